import { type ConfirmStage, cancelOrder, memoryIntentLog } from "@kite/orders";
import { expect, test, vi } from "vitest";
import { startGateway, type TestGateway } from "../../testing/page.ts";
import { restingOrder } from "../../testing/resting-order.ts";
import { place } from "./place.ts";

// a gateway, an exchange and the looks of the SDK, which have their times
vi.setConfig({ testTimeout: 30_000 });

async function placing(gateway: TestGateway, { stopAt, before }: PlacingOptions = {}) {
  const intents = memoryIntentLog();
  const stages: ConfirmStage["stage"][] = [];
  const ending = new AbortController();
  const client = gateway.openPage();
  const onStage = ({ stage }: ConfirmStage) => {
    stages.push(stage);
    if (stage === stopAt) ending.abort();
  };
  const order = await restingOrder(client);
  await before?.();
  const result = await place(client, order, { intents, live: false, signal: ending.signal, onStage });
  return { result, stages, open: await intents.open() };
}

interface PlacingOptions {
  readonly stopAt?: ConfirmStage["stage"];
  readonly before?: () => Promise<unknown>;
}

test("an order goes through the gateway once, written down before it leaves, and its note is crossed out", async () => {
  const gateway = await startGateway();
  const { result, stages, open } = await placing(gateway);
  expect(result).toMatchObject({ outcome: "placed", tag: expect.stringMatching(/^KD\w{18}$/) });
  expect(stages.slice(0, 4)).toEqual(["intent-logged", "queued", "sent", "answered"]);
  expect(open).toEqual([]);
  expect(gateway.placements()).toBe(1);
});

test.each([
  ["a 502 of the gateway for a cut connection", { kind: "drop", executed: true }],
  ["a 502 for a page of a server in between", { kind: "status", executed: true, status: 502, body: "html" }],
  ["a 504 of the gateway for no answer", { kind: "hang", executed: true }],
  ["Kite's 400 that says it timed out", { kind: "timed-out", executed: true }],
] as const)("%s leaves a doubt, and the order is found in the book without being sent again", async (_, fault) => {
  const gateway = await startGateway({ limits: { upstream: 300 } });
  gateway.simulator.faults.set([{ match: "POST /orders/*", times: 1, fault }]);
  const { result, stages } = await placing(gateway);
  expect(stages).toContain("doubtful");
  expect(result).toMatchObject({ outcome: "placed", answer: undefined });
  expect(gateway.placements()).toBe(1);
});

test("who stops looking gets unknown, and the note stays open", async () => {
  const gateway = await startGateway();
  gateway.simulator.faults.set([
    { match: "POST /orders/*", fault: { kind: "drop", executed: true } },
    { match: "POST /orders/*", fault: { kind: "late", min: 60_000, max: 60_000 } },
  ]);
  const { result, open } = await placing(gateway, { stopAt: "looking" });
  expect(result.outcome).toBe("unknown");
  expect(open).toMatchObject([{ id: result.tag }]);
});

test("a 429 of the gateway, whose budget all tabs of an account share, means that nothing was sent", async () => {
  const busy = { status: "error", error_type: "NetworkException", message: "Too many requests", data: null };
  const gateway = await startGateway({
    limits: { waiting: 50 },
    fetch: async (input, init) =>
      init?.method === "DELETE"
        ? Response.json(busy, { status: 429, headers: { "retry-after": "60" } })
        : fetch(input, init),
  });
  const other = gateway.openPage();
  const before = () => cancelOrder(other, { variety: "regular", order_id: "1" }).catch(() => {});
  const { result, open } = await placing(gateway, { before });
  expect(result).toMatchObject({ outcome: "rejected", error: { status: 429, outcome: "rejected" } });
  expect(open).toEqual([]);
  expect(gateway.placements()).toBe(0);
});

test("what a guard of the gateway says is the reason", async () => {
  const gateway = await startGateway({ guards: [() => "not before lunch"] });
  const { result, open } = await placing(gateway);
  expect(result).toMatchObject({ outcome: "rejected", reason: expect.stringContaining("not before lunch") });
  expect(open).toEqual([]);
  expect(gateway.placements()).toBe(0);
});
