import { createKite, type KiteClient, type Plugin, type WireResponse } from "@kite/core";
import { expectTypeOf, test } from "vitest";
import {
  type AuthApi,
  auth,
  type FullProfile,
  generateSession,
  getMargins,
  invalidateAccessToken,
  type MarginSegment,
  memoryTokenStore,
  type OrderUpdate,
  type Profile,
  type ProfileWire,
  type RefreshedSession,
  type RenewedSession,
  type SegmentMargin,
  type SegmentMarginWire,
  type Session,
  type SessionWire,
  type UserMargins,
  type UserMarginsWire,
} from "./index.ts";

const kite = createKite({ apiKey: "key" }).use(auth());
const secret = { api_secret: "s" };
declare const segment: MarginSegment;
declare const maybe: MarginSegment | undefined;

test("kite.auth is inferred", () => {
  expectTypeOf(kite.auth).toEqualTypeOf<AuthApi>();
  expectTypeOf(auth()).toEqualTypeOf<Plugin<{ readonly auth: AuthApi }>>();
  // @ts-expect-error auth() is registered already
  kite.use(auth());
});

test("calls give the models, raw gives what is on the wire", () => {
  expectTypeOf(kite.auth.generateSession({ ...secret, request_token: "r" })).resolves.toEqualTypeOf<Session>();
  expectTypeOf(kite.auth.generateSession.raw({ ...secret, request_token: "r" })).resolves.toEqualTypeOf<
    WireResponse<SessionWire>
  >();
  expectTypeOf(kite.auth.renewAccessToken({ ...secret, refresh_token: "r" })).resolves.toEqualTypeOf<RenewedSession>();
  expectTypeOf(kite.auth.getProfile()).resolves.toEqualTypeOf<Profile>();
  expectTypeOf(kite.auth.getProfile.raw({ timeout: 5 })).resolves.toEqualTypeOf<WireResponse<ProfileWire>>();
  expectTypeOf(kite.auth.getFullProfile()).resolves.toEqualTypeOf<FullProfile>();
  expectTypeOf(kite.auth.invalidateAccessToken()).resolves.toEqualTypeOf<boolean>();
  expectTypeOf(kite.auth.invalidateRefreshToken("r")).resolves.toEqualTypeOf<boolean>();
  expectTypeOf<Session["login_time"]>().toEqualTypeOf<Date>();
  expectTypeOf<SessionWire["login_time"]>().toEqualTypeOf<string>();
});

test("functions on top lose the client and keep the rest", () => {
  expectTypeOf(kite.auth.getLoginURL({ redirect_params: { state: "1" } })).toEqualTypeOf<string>();
  expectTypeOf(kite.auth.validateSession({ timeout: 5 })).resolves.toEqualTypeOf<boolean>();
  expectTypeOf(kite.auth.refreshSession({ timeout: 5 })).resolves.toEqualTypeOf<RefreshedSession>();
  expectTypeOf(kite.auth.keepSession(memoryTokenStore())).resolves.toEqualTypeOf<boolean>();
  expectTypeOf(kite.auth.verifyPostback(new Uint8Array(), "s")).resolves.toEqualTypeOf<OrderUpdate>();
  expectTypeOf(kite.auth.tokenExpiry(new Date())).toEqualTypeOf<Date>();
});

test("getMargins follows its segment, standalone", () => {
  expectTypeOf(getMargins(kite)).resolves.toEqualTypeOf<UserMargins>();
  expectTypeOf(getMargins(kite, undefined, { timeout: 5 })).resolves.toEqualTypeOf<UserMargins>();
  expectTypeOf(getMargins(kite, "equity")).resolves.toEqualTypeOf<SegmentMargin>();
  expectTypeOf(getMargins(kite, segment, { timeout: 5 })).resolves.toEqualTypeOf<SegmentMargin>();
  expectTypeOf(getMargins(kite, maybe)).resolves.toEqualTypeOf<UserMargins | SegmentMargin>();
  expectTypeOf(getMargins.raw(kite)).resolves.toEqualTypeOf<WireResponse<UserMarginsWire>>();
  expectTypeOf(getMargins.raw(kite, "commodity")).resolves.toEqualTypeOf<WireResponse<SegmentMarginWire>>();
});

test("getMargins follows its segment, bound", () => {
  expectTypeOf(kite.auth.getMargins()).resolves.toEqualTypeOf<UserMargins>();
  expectTypeOf(kite.auth.getMargins(undefined, { timeout: 5 })).resolves.toEqualTypeOf<UserMargins>();
  expectTypeOf(kite.auth.getMargins("equity")).resolves.toEqualTypeOf<SegmentMargin>();
  expectTypeOf(kite.auth.getMargins(maybe)).resolves.toEqualTypeOf<UserMargins | SegmentMargin>();
  expectTypeOf(kite.auth.getMargins.raw()).resolves.toEqualTypeOf<WireResponse<UserMarginsWire>>();
  expectTypeOf(kite.auth.getMargins.raw("commodity")).resolves.toEqualTypeOf<WireResponse<SegmentMarginWire>>();
});

test("wrong calls do not compile", () => {
  // @ts-expect-error currency is part of equity
  getMargins(kite, "currency");
  // @ts-expect-error currency is part of equity
  kite.auth.getMargins("currency");
  // @ts-expect-error options come behind the segment
  kite.auth.getMargins({ timeout: 5 });
  // @ts-expect-error the secret is missing
  generateSession(kite, { request_token: "r" });
  // @ts-expect-error the checksum is made here
  kite.auth.generateSession({ request_token: "r", checksum: "c" });
  // @ts-expect-error a refresh token must be named
  kite.auth.invalidateRefreshToken();
  // @ts-expect-error the token is a text
  invalidateAccessToken(kite, 1);
  // @ts-expect-error pairs are texts
  kite.auth.getLoginURL({ redirect_params: { page: 1 } });
  // @ts-expect-error the body as received, not what a JSON parser made of it
  kite.auth.verifyPostback({ order_id: "1" }, "s");
  // @ts-expect-error a store must be able to forget
  kite.auth.keepSession({ load: async () => undefined, save: async () => {} });
  // @ts-expect-error it takes a client first
  getMargins("equity");
});

test("standalone calls take any client", () => {
  expectTypeOf<Parameters<typeof generateSession>[0]>().toEqualTypeOf<KiteClient>();
});
