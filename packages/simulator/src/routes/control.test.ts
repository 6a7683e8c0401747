import { afterEach, beforeEach, expect, test } from "vitest";
import type { FaultRule } from "../faults/rule.ts";
import { stormRules } from "../faults/storm.ts";
import { createSimulator, type Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { type Answer, Caller } from "../testing/caller.ts";
import { refused } from "../testing/refused.ts";
import { TRADING_HOURS } from "../testing/trade.ts";

let simulator: Simulator;
let nobody: Caller;
beforeEach(async () => {
  simulator = await startSimulator({ clock: () => 1_000_000 });
  nobody = new Caller(simulator);
});
afterEach(() => simulator.close());

const put = (body: unknown) =>
  nobody.send("/simulator/faults", {
    method: "PUT",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
const rules: FaultRule[] = [{ match: "GET /quote", times: 1, fault: { kind: "status", executed: false, status: 503 } }];
const state = (list: readonly FaultRule[], struck: number[]) => ({
  status: 200,
  type: "application/json",
  body: { status: "success", data: { rules: list, struck } },
});

test("another process sets, reads and clears the rules", async () => {
  expect(await put({ rules })).toEqual(state(rules, [0]));
  expect(simulator.faults.rules).toEqual(rules);
  expect((await nobody.get("/quote")).status).toBe(503);
  expect(await nobody.get("/simulator/faults")).toEqual(state(rules, [1]));
  expect((await nobody.get("/simulator/faults/injected")).body.data).toEqual([
    {
      rule: 0,
      fault: rules[0]?.fault,
      method: "GET",
      path: "/quote",
      at: "1970-01-01T00:16:40.000Z",
      executed: false,
    },
  ]);
  expect(await nobody.send("/simulator/faults", { method: "DELETE" })).toEqual(state([], []));
  expect(simulator.faults.rules).toEqual([]);
});

test("a storm is named by its strength", async () => {
  await put({ storm: { chance: 0.2 } });
  expect(simulator.faults.rules).toEqual(stormRules({ chance: 0.2 }));
});

test.each([
  [{ rules: [{}] }, "rules[0].fault: expected an object, got nothing"],
  [{ storm: { chance: 2 } }, "storm.chance: expected a number from 0 to 1, got 2"],
  [{ storm: null }, "storm: expected an object, got null"],
  [{ storm: { chanse: 1 } }, "storm.chanse: there is only chance, match"],
  [{}, 'Request body has to be {"rules": […]} or {"storm": {"chance": 0.3}}.'],
  [null, 'Request body has to be {"rules": […]} or {"storm": {"chance": 0.3}}.'],
  [{ rules, storm: {} }, 'Request body has to be {"rules": […]} or {"storm": {"chance": 0.3}}.'],
])("refuses %j, and leaves the rules as they were", async (body, message) => {
  simulator.faults.set(rules);
  expect(await put(body)).toEqual(refused(400, "InputException", message));
  expect(simulator.faults.rules).toEqual(rules);
});

test("what a page of another site could send without asking is refused", async () => {
  const answer = await nobody.send("/simulator/faults", { method: "PUT", body: JSON.stringify({ rules }) });
  expect(answer).toEqual(refused(400, "InputException", "Unsupported content type: expected application/json."));
  expect((await nobody.send("/simulator/faults", { method: "POST" })).status).toBe(405);
});

test("meets no faults itself and is not recorded", async () => {
  simulator.faults.set([{ fault: { kind: "drop", executed: false } }]);
  expect((await nobody.get("/simulator/faults")).status).toBe(200);
  expect(simulator.requests).toEqual([]);
});

test("tells how the clock runs", async () => {
  const clock = { start: TRADING_HOURS, speed: 60, from: Date.now() - 1000 };
  await using fast = await startSimulator({ clock });
  const { data } = (await new Caller(fast).get("/simulator/clock")).body;
  expect(data).toMatchObject(clock);
  // a second of real time is over, less what the system's two clocks differ by
  expect(data.now).toBeGreaterThan(TRADING_HOURS + 50_000);
});

test("moves the clock, on or to another time, and answers what it shows then", async () => {
  const put = (body: unknown): Promise<Answer> => {
    const headers = { "content-type": "application/json" };
    return new Caller(still).send("/simulator/clock", { method: "PUT", headers, body: JSON.stringify(body) });
  };
  await using still = await startSimulator({ clock: { start: TRADING_HOURS, speed: 0 } });
  expect((await put({ advance: "5m" })).body.data.now).toBe(TRADING_HOURS + 300_000);
  expect((await put({ time: "2026-03-04 09:15" })).body.data.now).toBe(Date.parse("2026-03-04T09:15+05:30"));
  for (const body of [{}, null, { advance: "1s", time: 0 }, { advance: "soon" }, { time: "soon" }]) {
    expect((await put(body)).status).toBe(400);
  }
  expect(still.clock.start).toBe(Date.parse("2026-03-04T09:15+05:30"));
});

test("is not there when it is switched off, and not in process", async () => {
  await using closed = await startSimulator({ control: false });
  expect((await new Caller(closed).get("/simulator/faults")).status).toBe(404);
  expect((await createSimulator().fetch("http://x/simulator/faults")).status).toBe(404);
});
