import type { Failure } from "./failure.ts";

/** A failure that is known in words for the person in front of the page. */
export class KnownFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.message);
    this.failure = failure;
  }
}
