import { isKiteError, type Layer } from "@kite/core";
import { toLegacyError } from "./wire/to-legacy-error.ts";

/**
 * Gives every error of a client the old client's fields, so that one `catch` serves old and new calls. `onRefusal` hears of each
 * refused token; what it throws takes the place of the refusal.
 */
export function legacyErrors(onRefusal: () => void): Layer {
  return (next) => async (plan) => {
    try {
      return await next(plan);
    } catch (error) {
      if (!isKiteError(error)) throw error;
      if (error.code === "TokenException") onRefusal();
      throw toLegacyError(error);
    }
  };
}
