import { afterEach, beforeEach, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller } from "../testing/caller.ts";
import { StreamClient, statusOf, streamUrl } from "../testing/stream-client.ts";
import { TRADING_HOURS } from "../testing/trade.ts";

const INFY = 408_065;

let simulator: Simulator;
let nobody: Caller;
let client: StreamClient;
beforeEach(async () => {
  const pace = { tickEveryMs: 3_600_000, heartbeatEveryMs: 3_600_000 };
  simulator = await startSimulator({ seed: 7, clock: () => TRADING_HOURS, ...pace });
  nobody = new Caller(simulator);
  client = await StreamClient.open(simulator);
  await client.frameAfter(() => client.send({ a: "subscribe", v: [INFY] }));
});
afterEach(() => simulator.close());

const post = (body: unknown): Promise<Answer> =>
  nobody.send("/simulator/stream", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

test("another process sees the sockets and what they have subscribed", async () => {
  const { status, body } = await nobody.get("/simulator/stream");
  expect(status).toBe(200);
  expect(body.data).toEqual([
    { user_id: "SIM001", subscriptions: { [INFY]: "quote" }, modes: { ltp: 0, quote: 1, full: 0 } },
  ]);
});

test("it sends rounds, floods, odd frames and anything else", async () => {
  const before = client.messages.length;
  simulator.setPrice("NSE:INFY", 1510);
  const actions = [
    { action: "tick" },
    { action: "flood", value: 2 },
    { action: "halfFrame" },
    { action: "oddFrame" },
    { action: "emptyFrame" },
    { action: "send", value: "hello" },
    { action: "send", value: { base64: "AQID" } },
  ];
  for (const action of actions) expect((await post(action)).status).toBe(200);
  await client.until(() => client.messages.length === before + 8);
  const arrived = client.messages.slice(before);
  expect(arrived.map((message) => message.length)).toEqual([48, 48, 48, 24, 30, 2, 5, 3]);
  expect(arrived[6]).toBe("hello");
});

test("it keeps sockets silent, refuses them and ends them", async () => {
  await post({ action: "silence" });
  simulator.stream.send("lost");
  await post({ action: "resume" });
  await post({ action: "refuse", value: 503 });
  expect(await statusOf(streamUrl(simulator, client.caller))).toBe(503);
  await post({ action: "accept" });
  expect(await statusOf(streamUrl(simulator, client.caller))).toBe(101);
  expect((await post({ action: "kill", value: 4000 })).body.data).toEqual([]);
  await client.until(() => client.closed === 4000);
  expect(client.messages).not.toContain("lost");
  const again = await StreamClient.open(simulator);
  await post({ action: "kill" });
  await again.until(() => again.closed === 1006);
});

test.each([
  {},
  null,
  { action: "buy" },
  { action: "toString" },
  { action: "kill", value: 5 },
  { action: "kill", value: "1000" },
  { action: "refuse" },
  { action: "flood", value: 0 },
  { action: "send" },
  { action: "send", value: { base64: 1 } },
])("refuses %o", async (body) => {
  expect(await post(body)).toMatchObject({ status: 400, body: { error_type: "InputException" } });
  expect(simulator.stream.connections).toHaveLength(1);
});

test("is not there where nobody else is to direct the simulator", async () => {
  await using closed = await startSimulator({ control: false });
  expect((await new Caller(closed).get("/simulator/stream")).status).toBe(404);
});
