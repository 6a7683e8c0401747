export { type GenerateSessionParams, generateSession } from "./generate-session.ts";
export { getFullProfile } from "./get-full-profile.ts";
export { type BoundGetMargins, type GetMargins, getMargins } from "./get-margins.ts";
export { getProfile } from "./get-profile.ts";
export { invalidateAccessToken } from "./invalidate-access-token.ts";
export { invalidateRefreshToken } from "./invalidate-refresh-token.ts";
export { type RenewAccessTokenParams, renewAccessToken } from "./renew-access-token.ts";
