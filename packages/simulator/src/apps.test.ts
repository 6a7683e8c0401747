import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createSimulator, type Simulator } from "./simulator.ts";
import { startSimulator } from "./start.ts";
import { Caller, sha256 } from "./testing/caller.ts";
import { cashUser, orderForm, type Row, TRADING_HOURS } from "./testing/trade.ts";

const second = { apiKey: "second", apiSecret: "second-secret", redirectUrl: "http://127.0.0.1:9/second" };

let simulator: Simulator;
let received: Row[];
const receiver = createServer(async (request, response) => {
  let text = "";
  for await (const chunk of request) text += chunk;
  received.push(JSON.parse(text));
  response.end();
});

beforeEach(async () => {
  received = [];
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const postbackUrl = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/second`;
  const apps = [{ ...second, postbackUrl }];
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, users: [cashUser], apps });
  simulator.setPrice("NSE:INFY", 1500);
});
afterEach(async () => {
  await simulator.close();
  receiver.close();
});

const exchange = (app: { apiKey: string; apiSecret: string }, request_token: string) =>
  new Caller(simulator).form("POST", "/session/token", {
    api_key: app.apiKey,
    request_token,
    checksum: sha256(app.apiKey, request_token, app.apiSecret),
  });
async function signIn(app: { apiKey: string; apiSecret: string }): Promise<{ header: string; token: string }> {
  const { request_token } = await simulator.login({ apiKey: app.apiKey });
  const { access_token, api_key } = (await exchange(app, request_token)).body.data;
  expect(api_key).toBe(app.apiKey);
  return { header: `token ${app.apiKey}:${access_token}`, token: access_token };
}
const profile = async (authorization: string): Promise<number> =>
  (await new Caller(simulator).fetch("/user/profile", { headers: { authorization } })).status;

describe("several apps", () => {
  test("have tokens of their own, which no other app can use", async () => {
    const { request_token } = await simulator.login({ apiKey: "second" });
    expect((await exchange(simulator, request_token)).body.error_type).toBe("TokenException");
    // and has not used it up
    expect((await exchange(second, request_token)).status).toBe(200);
    const [one, other] = [await signIn(simulator), await signIn(second)];
    expect([await profile(one.header), await profile(other.header)]).toEqual([200, 200]);
    expect(await profile(`token second:${one.token}`)).toBe(403);
    expect(await profile(`token ${simulator.apiKey}:${other.token}`)).toBe(403);
    expect(await profile(`token third:${other.token}`)).toBe(403);
    const close = (apiKey: string): Promise<Response> =>
      new Caller(simulator).fetch(`/session/token?api_key=${apiKey}&access_token=${other.token}`, { method: "DELETE" });
    expect((await close(simulator.apiKey)).status).toBe(403);
    expect(await profile(other.header)).toBe(200);
    expect((await close("second")).status).toBe(200);
    expect([await profile(one.header), await profile(other.header)]).toEqual([200, 403]);
  });

  test("have secrets of their own", async () => {
    const { request_token } = await simulator.login({ apiKey: "second" });
    const answer = await exchange({ ...second, apiSecret: simulator.apiSecret }, request_token);
    expect(answer).toMatchObject({ status: 403, body: { message: "Invalid `checksum`." } });
  });

  test("are where the login page sends the browser back to", async () => {
    const form = new URLSearchParams({ api_key: "second", user_id: "CASH01" });
    const answer = await new Caller(simulator).fetch("/connect/login", { method: "POST", body: form });
    expect(answer.headers.get("location")).toMatch(/^http:\/\/127\.0\.0\.1:9\/second\?.*request_token=\w{32}$/);
  });

  test("get postbacks about their own orders alone, signed with their secret", async () => {
    for (const app of [simulator, second]) {
      const { header } = await signIn(app);
      const body = new URLSearchParams(orderForm({ price: "1510", tag: app.apiKey.slice(0, 6) }));
      await new Caller(simulator).fetch("/orders/regular", {
        method: "POST",
        headers: { authorization: header },
        body,
      });
    }
    expect(simulator.orders()).toMatchObject([{ tag: "simula" }, { tag: "second" }]);
    await vi.waitFor(() => expect(received).toHaveLength(1));
    const [{ app_id, checksum, order_id, order_timestamp, tag }] = received;
    expect(tag).toBe("second");
    expect(app_id).toBe(1235);
    expect(checksum).toBe(sha256(order_id, order_timestamp, second.apiSecret));
  });
});

test.each([
  [[{ ...second, apiKey: "a:b" }], "apiKey: expected letters, digits, - and _"],
  [[{ ...second, apiSecret: "" }], "apiSecret: expected a text"],
  [[{ ...second, redirectUrl: "nowhere" }], 'redirectUrl: expected an http or https URL, got "nowhere"'],
  [[second, second], "apps: two of them have the same apiKey"],
])("refuses %j", (apps, message) => {
  expect(() => createSimulator({ apps })).toThrow(new TypeError(message));
});

test("nobody signs in to an app that is not registered", async () => {
  await expect(simulator.login({ apiKey: "third" })).rejects.toThrow(TypeError);
});
