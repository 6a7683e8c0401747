import type { JWTPayload } from "jose";

/** A signed-in browser, as its cookie holds it. */
export interface BrowserSession {
  /** Random; known to nobody but the gateway. */
  readonly id: string;
  readonly user_id: string;
  readonly user_name: string;
  /** Secret. */
  readonly accessToken: string;
  /** Epoch ms. */
  readonly signedInAt: number;
  /** 06:00 IST. */
  readonly expires: Date;
}

/** Puts a session into claims. */
export const claimsOf = ({ id, user_id, user_name, accessToken, signedInAt }: BrowserSession): JWTPayload => ({
  jti: id,
  sub: user_id,
  name: user_name,
  token: accessToken,
  at: signedInAt,
});

/** Reads a session from claims that were sealed here. */
export function sessionOf({ jti, sub, name, token, at, exp }: JWTPayload): BrowserSession | undefined {
  if (!jti || !sub || typeof token !== "string" || typeof at !== "number" || !exp) return undefined;
  return {
    id: jti,
    user_id: sub,
    user_name: typeof name === "string" ? name : sub,
    accessToken: token,
    signedInAt: at,
    expires: new Date(exp * 1_000),
  };
}
