/** Body of every failure of the demo's own routes. */
export interface FailureAnswer {
  readonly code: string;
  readonly message: string;
  /** What the person in front of the page can do about it. */
  readonly what_to_do: string;
  /** Field of the request that was refused. */
  readonly field?: string;
  /** What is known about a change that failed: with `unknown` it may have taken effect. */
  readonly outcome?: "not-sent" | "rejected" | "unknown";
}
