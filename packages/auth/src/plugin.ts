import { type Bound, bind, type Plugin } from "@kite/core";
import * as calls from "./calls/index.ts";
import type { BoundGetMargins } from "./endpoints/get-margins.ts";
import * as endpoints from "./endpoints/index.ts";
import { verifyPostback } from "./postback/verify-postback.ts";
import { tokenExpiry } from "./token-expiry.ts";

// `Bound` keeps one signature of a function, and getMargins has three.
/** Login, session, profile, margins and postbacks. */
export interface AuthApi extends Omit<Bound<typeof endpoints>, "getMargins">, Bound<typeof calls> {
  /** Tells the funds of both segments, or of the one named, in rupees. */
  readonly getMargins: BoundGetMargins;
  /** Checks the sender of a postback; sends nothing. */
  readonly verifyPostback: typeof verifyPostback;
  /** Tells when a token dies; sends nothing. */
  readonly tokenExpiry: typeof tokenExpiry;
}

/** Registers `kite.auth`. */
export const auth = (): Plugin<{ readonly auth: AuthApi }> => (kite) => ({
  auth: { ...bind(kite, endpoints), ...bind(kite, calls), verifyPostback, tokenExpiry } as AuthApi,
});
