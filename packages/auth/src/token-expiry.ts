import { invalidInput } from "@kite/core";
import { nextIstTime } from "@kite/models";

/**
 * Tells when an access token dies that was made at `login_time`: at the next 06:00 IST. A logout ends it sooner.
 *
 * Throws `InvalidInput` for anything but a valid `Date`.
 *
 * @see https://kite.trade/docs/connect/v3/user/#authentication-and-token-exchange
 */
export function tokenExpiry(login_time: Date): Date {
  const valid = login_time instanceof Date && !Number.isNaN(login_time.getTime());
  const expiry = valid ? nextIstTime(login_time, "06:00") : undefined;
  // The last day that a Date can hold has no next morning.
  if (expiry && !Number.isNaN(expiry.getTime())) return expiry;
  throw invalidInput("login_time", "must be a valid Date", "tokenExpiry");
}
