import type { CallOptions } from "@kite/core";

/** An attempt takes as long as ten megabytes take, unless the caller says otherwise. */
export const patient = (options: CallOptions | undefined): CallOptions => ({
  ...options,
  timeout: options?.timeout ?? 60_000,
});
