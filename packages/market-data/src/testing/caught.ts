import { isKiteError, type KiteError } from "@kite/core";

/** Gives the KiteError that a call ends with; fails the test when it ends well, or with something else. */
export async function caught(call: Promise<unknown> | (() => unknown)): Promise<KiteError> {
  try {
    await (typeof call === "function" ? call() : call);
  } catch (error) {
    if (isKiteError(error)) return error;
    throw error;
  }
  throw new Error("expected a KiteError, but the call ended well");
}
