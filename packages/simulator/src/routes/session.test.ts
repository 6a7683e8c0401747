import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, exchangeForm, sha256, signIn } from "../testing/caller.ts";
import { badField, badToken, refused } from "../testing/refused.ts";
import { differences, type Kind } from "../testing/shape.ts";

const START = Date.parse("2026-03-02T10:15:30+05:30");
const MINUTE = 60_000;
const spent = refused(403, "TokenException", "Token is invalid or has expired.");
const badChecksum = refused(403, "TokenException", "Invalid `checksum`.");

let simulator: Simulator;
let nobody: Caller;
beforeAll(async () => {
  simulator = await startSimulator({ seed: 7, clock: () => START });
  nobody = new Caller(simulator);
});
beforeEach(() => simulator.setTime(START));
afterAll(() => simulator.close());

async function exchange(change: Record<string, string> = {}, user_id = "SIM001") {
  const { request_token } = await simulator.login({ user_id });
  return nobody.form("POST", "/session/token", { ...exchangeForm(simulator, request_token), ...change });
}

const session: Record<string, Kind> = {
  user_id: "str",
  user_name: "str",
  user_shortname: "str",
  email: "str",
  user_type: "str",
  broker: "str",
  exchanges: "strings",
  products: "strings",
  order_types: "strings",
  avatar_url: "str|null",
  api_key: "str",
  access_token: "str",
  public_token: "str",
  refresh_token: "str",
  enctoken: "str",
  silo: "str",
  login_time: "ts",
  meta: "object",
};

describe("POST /session/token", () => {
  test("answers with every field of the reference", async () => {
    const { status, type, body } = await exchange();
    expect([status, type, body.status]).toEqual([200, "application/json", "success"]);
    expect(differences(body.data, session)).toEqual([]);
    expect(body.data).toMatchObject({
      user_id: "SIM001",
      user_type: "individual",
      broker: "ZERODHA",
      api_key: simulator.apiKey,
      refresh_token: "",
      silo: "",
      login_time: "2026-03-02 10:15:30",
      meta: { demat_consent: "consent" },
    });
  });

  test("takes the checksum of the reference's own test vector", async () => {
    expect(sha256("testkey", "testtoken", "testsecret")).toBe(
      "04eea19ccb07c3d9c4c857db3647d713276d7b3a071b5043cd45616c81cdf63d",
    );
  });

  test("refuses a wrong checksum, and the token is still good afterwards", async () => {
    const { request_token } = await simulator.login();
    const form = exchangeForm(simulator, request_token);
    const upper = { ...form, checksum: (form.checksum ?? "").toUpperCase() };
    expect(await nobody.form("POST", "/session/token", { ...form, checksum: "0".repeat(64) })).toEqual(badChecksum);
    expect(await nobody.form("POST", "/session/token", upper)).toEqual(badChecksum);
    expect((await nobody.form("POST", "/session/token", form)).status).toBe(200);
  });

  test("takes a request token once", async () => {
    const { request_token } = await simulator.login();
    const form = exchangeForm(simulator, request_token);
    expect((await nobody.form("POST", "/session/token", form)).status).toBe(200);
    expect(await nobody.form("POST", "/session/token", form)).toEqual(spent);
    expect(await nobody.form("POST", "/session/token", exchangeForm(simulator, "never-issued"))).toEqual(spent);
  });

  test("takes a request token for five minutes", async () => {
    const [early, late] = [await simulator.login(), await simulator.login()];
    simulator.setTime(START + 5 * MINUTE - 1);
    expect((await nobody.form("POST", "/session/token", exchangeForm(simulator, early.request_token))).status).toBe(
      200,
    );
    simulator.setTime(START + 5 * MINUTE);
    expect(await nobody.form("POST", "/session/token", exchangeForm(simulator, late.request_token))).toEqual(spent);
  });

  test.each(["api_key", "request_token", "checksum"])("names %s when it is missing", async (field) => {
    expect(await exchange({ [field]: "" })).toEqual(badField(field));
  });

  test("refuses an app it does not know", async () => {
    expect(await exchange({ api_key: "someone-else" })).toEqual(badField("api_key"));
  });

  test("ignores fields it does not know", async () => {
    expect((await exchange({ shiny_new_field: "1" })).status).toBe(200);
  });
});

describe("POST /session/refresh_token", () => {
  const renew = (refresh_token: string, checksum = sha256(simulator.apiKey, refresh_token, simulator.apiSecret)) =>
    nobody.form("POST", "/session/refresh_token", { api_key: simulator.apiKey, refresh_token, checksum });

  test("gives a platform's customer a new pair, overnight too, and spends the old refresh token", async () => {
    const { refresh_token } = (await exchange({}, "SIM003")).body.data;
    simulator.setTime(START + 24 * 60 * MINUTE);
    const { status, body } = await renew(refresh_token);
    expect(status).toBe(200);
    expect(differences(body.data, { user_id: "str", access_token: "str", refresh_token: "str" })).toEqual([]);
    expect(body.data.user_id).toBe("SIM003");
    expect((await new Caller(simulator, body.data.access_token).get("/user/profile")).status).toBe(200);
    expect(await renew(refresh_token)).toEqual(spent);
    expect((await renew(body.data.refresh_token)).status).toBe(200);
  });

  test("refuses a wrong checksum, an unknown token, and a missing one", async () => {
    expect(await renew("whatever", "0".repeat(64))).toEqual(badChecksum);
    expect(await renew("whatever")).toEqual(spent);
    expect(await renew("")).toEqual(badField("refresh_token"));
  });
});

describe("DELETE /session/token", () => {
  const end = (query: Record<string, string>) =>
    nobody.send(`/session/token?${new URLSearchParams({ api_key: simulator.apiKey, ...query })}`, { method: "DELETE" });

  test("kills the access token and no other", async () => {
    const { access_token } = (await exchange()).body.data;
    const other = await signIn(simulator);
    const done = { status: 200, type: "application/json", body: { status: "success", data: true } };
    expect(await end({ access_token })).toEqual(done);
    expect(await new Caller(simulator, access_token).get("/user/profile")).toEqual(badToken);
    expect((await other.get("/user/profile")).status).toBe(200);
    expect(await end({ access_token })).toEqual(badToken);
  });

  test("kills a refresh token and leaves the session", async () => {
    const { access_token, refresh_token } = (await exchange({}, "SIM003")).body.data;
    expect((await end({ refresh_token })).body.data).toBe(true);
    const checksum = sha256(simulator.apiKey, refresh_token, simulator.apiSecret);
    const form = { api_key: simulator.apiKey, refresh_token, checksum };
    expect(await nobody.form("POST", "/session/refresh_token", form)).toEqual(spent);
    expect((await new Caller(simulator, access_token).get("/user/profile")).status).toBe(200);
  });

  test("refuses a query that names no token, no app, or another app", async () => {
    const { access_token } = (await exchange()).body.data;
    expect(await end({})).toEqual(badField("access_token"));
    expect(await end({ access_token, api_key: "" })).toEqual(badField("api_key"));
    expect(await end({ access_token, api_key: "someone-else" })).toEqual(badToken);
    expect((await new Caller(simulator, access_token).get("/user/profile")).status).toBe(200);
  });
});

describe("the life of an access token", () => {
  test("ends at six in the morning in India", async () => {
    const caller = await signIn(simulator);
    simulator.setTime(new Date("2026-03-03T05:59:59.999+05:30"));
    expect((await caller.get("/user/profile")).status).toBe(200);
    simulator.setTime(new Date("2026-03-03T06:00:00+05:30"));
    expect(await caller.get("/user/profile")).toEqual(badToken);
  });

  test("ends for everybody with expireSessions, request and refresh tokens included", async () => {
    const { access_token, refresh_token } = (await exchange({}, "SIM003")).body.data;
    const { request_token } = await simulator.login();
    simulator.expireSessions();
    expect(await new Caller(simulator, access_token).get("/user/profile")).toEqual(badToken);
    expect(await nobody.form("POST", "/session/token", exchangeForm(simulator, request_token))).toEqual(spent);
    const checksum = sha256(simulator.apiKey, refresh_token, simulator.apiSecret);
    const form = { api_key: simulator.apiKey, refresh_token, checksum };
    expect(await nobody.form("POST", "/session/refresh_token", form)).toEqual(spent);
  });
});
