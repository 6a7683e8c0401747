import { isKiteError, KiteError } from "@kite/core";

/** Gives the error of a failed write. What a foreign layer or transport throws says nothing about its outcome, and is not quoted. */
export const asKiteError = (endpoint: string, cause: unknown): KiteError =>
  isKiteError(cause)
    ? cause
    : new KiteError({
        ...{ code: "GeneralException", endpoint, outcome: "unknown", cause },
        message: "failed in a way that is not known; it may have taken effect",
      });
