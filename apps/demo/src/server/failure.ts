import type { FailureAnswer } from "../shared/demo-api.ts";

/** A refusal of our own, with the status it is answered with. */
export class Failure extends Error {
  readonly status: number;
  readonly answer: FailureAnswer;

  constructor(status: number, answer: FailureAnswer) {
    super(answer.message);
    this.status = status;
    this.answer = answer;
  }
}

/** Makes the answer for whatever was thrown. Nothing that is not meant for a person gets into it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  return new Failure(500, {
    code: "InternalError",
    message: "The demo's server made a mistake.",
    what_to_do: "Look at the terminal it runs in; please report what it says there.",
  });
}
