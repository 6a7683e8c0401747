import { isKiteError, KiteError } from "@kite/core";

/** Puts the name of the call in front of what a check of its input has found. */
export function named<T>(endpoint: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!isKiteError(error) || error.endpoint) throw error;
    const { code, field, message, outcome } = error;
    throw new KiteError({ code, field, message, outcome, endpoint });
  }
}
