import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ConfirmStage } from "../confirm/confirm-stage.ts";
import { placeAndConfirm } from "../confirm/place-and-confirm.ts";
import { fakeStream } from "../testing/fake-stream.ts";
import { complete, limitOrder } from "../testing/samples.ts";
import { caught, failing, succeeding } from "../testing/serving.ts";
import { rowOf, smallExchange, smallExchangeInside } from "../testing/small-exchange.ts";
import { fileIntentLog } from "./file-intent-log.ts";
import type { IntentLog, OrderIntent } from "./intent.ts";
import { memoryIntentLog } from "./memory-intent-log.ts";
import { reconcileOrder } from "./reconcile-order.ts";
import { recoverIntents } from "./recover-intents.ts";

afterEach(() => void vi.useRealTimers());

const looks = [1, 2, 4];
const intent = (id: string, at: Date = new Date()): OrderIntent => ({
  id,
  params: { ...limitOrder, tag: id },
  at: at.toISOString(),
});

describe.each<[name: string, make: (folder: string) => IntentLog]>([
  ["in memory", () => memoryIntentLog()],
  ["in a file", (folder) => fileIntentLog(join(folder, "intents.jsonl"))],
])("the log %s", (_, make) => {
  let folder = "";
  let log: IntentLog;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "intents-"));
    log = make(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test("has the intent before the order is sent, and closes it when the end is known", async () => {
    const seen: (readonly OrderIntent[])[] = [];
    const { kite } = await smallExchange((_form, enter) => succeeding({ order_id: enter().order_id }));
    const open: Promise<unknown>[] = [];
    const onSend = () => void open.push(Promise.resolve(log.open()).then((intents) => seen.push(intents)));
    const { tag } = await placeAndConfirm(kite, limitOrder, { looks, intents: log, onSend });
    await Promise.all(open);
    expect(seen).toMatchObject([[{ id: tag, params: { ...limitOrder, tag } }]]);
    expect(await log.open()).toEqual([]);
  });

  test("keeps what ended as unknown, and closes what was refused", async () => {
    const { kite } = await smallExchange(({ price }) =>
      price === "1" ? failing(400, "InputException", "Invalid `price`.") : { fault: "drop" },
    );
    await placeAndConfirm(kite, { ...limitOrder, price: 1 }, { looks, intents: log });
    const { tag } = await placeAndConfirm(kite, limitOrder, { looks, intents: log });
    expect((await log.open()).map(({ id }) => id)).toEqual([tag]);
  });

  test("tells after a restart what became of each, by one read of the book; a second time there is nothing left to do", async () => {
    const { kite, book, count } = await smallExchange();
    for (const id of ["filled", "refused", "lost"]) await log.write(intent(id, new Date(Date.now() - 600_000)));
    const sent = { quantity: "10", tradingsymbol: "INFY", exchange: "NSE", transaction_type: "BUY" };
    book.push(rowOf({ ...sent, tag: "filled" }, { status: "COMPLETE" }));
    book.push(rowOf({ ...sent, tag: "refused" }, { status: "REJECTED", status_message: "no funds" }));
    book.push(rowOf({ ...sent, tag: "foreign" }));
    const recovered = await recoverIntents(kite, log);
    expect(recovered.map(({ intent: { id }, result }) => [id, result.outcome])).toEqual([
      ["filled", "placed"],
      ["refused", "rejected"],
      ["lost", "unknown"],
    ]);
    expect(count("POST")).toBe(0);
    expect(count("GET")).toBe(1);
    expect((await log.open()).map(({ id }) => id)).toEqual(["lost"]);
    await log.resolve("lost", { outcome: "rejected", order_ids: [] });
    expect(await recoverIntents(kite, log)).toEqual([]);
    expect(count("GET")).toBe(1);
  });
});

test("when the intent cannot be written, nothing is sent", async () => {
  const { kite, count } = await smallExchange();
  const broken: IntentLog = {
    ...memoryIntentLog(),
    write: async () => {
      throw new Error("ENOSPC");
    },
  };
  const result = await placeAndConfirm(kite, limitOrder, { looks, intents: broken });
  expect(result).toMatchObject({ outcome: "rejected", error: { code: "IntentNotLogged", outcome: "not-sent" } });
  expect(result.outcome === "rejected" && result.reason).toMatch(
    /could not be written down, so nothing was sent: ENOSPC$/,
  );
  expect(count("POST") + count("GET")).toBe(0);
});

test("with a session that has ended, the recovery tells why nothing was found", async () => {
  const { kite } = await smallExchange(undefined, () => failing(403, "TokenException", "the session has ended"));
  const log = memoryIntentLog();
  await log.write(intent("a"));
  const [recovered] = await recoverIntents(kite, log, { looks });
  expect(recovered?.result).toMatchObject({
    outcome: "unknown",
    error: { code: "OrderNotFound", cause: { code: "TokenException", endpoint: "getOrders" } },
    facts: { looks: 0 },
  });
  expect(recovered?.result.error?.message).toMatch(
    /looks failed; it may still be live or show up\. The last look that failed: getOrders: the session has ended .*log in again/,
  );
  expect(await log.open()).toHaveLength(1);
});

test("a log that cannot be closed costs nobody the result", async () => {
  const { kite } = await smallExchange();
  const stages: ConfirmStage[] = [];
  const broken: IntentLog = {
    ...memoryIntentLog(),
    resolve: () => {
      throw new Error("ENOSPC");
    },
  };
  const onStage = (stage: ConfirmStage) => void stages.push(stage);
  expect(await placeAndConfirm(kite, limitOrder, { looks, intents: broken, onStage })).toMatchObject({
    outcome: "placed",
  });
  expect(stages.map(({ stage }) => stage)).toEqual([
    ...["intent-logged", "queued", "sent", "answered", "looking", "found", "intent-left-open", "done"],
  ]);
});

describe("an intent", () => {
  test("of just now is looked for at the times that are left", async () => {
    vi.useFakeTimers();
    const start = performance.now();
    const times: number[] = [];
    const kite = smallExchangeInside(() => {
      times.push(Math.round((performance.now() - start) / 1_000));
      return [];
    });
    const written = new Date(Date.now() - 10_000);
    const reconciled = reconcileOrder(kite, intent("a", written));
    await vi.waitUntil(() => times.length > 0);
    await vi.advanceTimersByTimeAsync(120_000);
    expect((await reconciled).outcome).toBe("unknown");
    // The first two minutes: 15, 30, 60 and 120 seconds after it was written.
    expect(times).toEqual([0, 5, 20, 50, 110]);
    expect(vi.getTimerCount()).toBe(0);
  });

  test("that became several orders shows them all", async () => {
    const { kite, book } = await smallExchange();
    for (let copy = 0; copy < 2; copy += 1) book.push(rowOf({ tag: "a", quantity: "10" }));
    const result = await reconcileOrder(kite, intent("a"), { looks });
    expect(result.outcome === "placed" && result.orders).toHaveLength(2);
  });

  test("is found by an update too", async () => {
    const stream = fakeStream();
    const { kite } = await smallExchange();
    const onStage = ({ stage }: ConfirmStage) => {
      if (stage === "looking") stream.say({ ...complete, tag: "a" });
    };
    const result = await reconcileOrder(kite, intent("a"), { looks: [60_000], updates: stream, onStage });
    expect(result).toMatchObject({ outcome: "placed", facts: { updates: 1, sentAt: undefined } });
    expect(stream.listeners()).toBe(0);
  });

  test.each([[undefined], [{}], [{ ...intent("a"), at: "soon" }]])("is refused when it is %j", async (odd) => {
    const { kite } = await smallExchange();
    const error = await caught(reconcileOrder(kite, odd as OrderIntent));
    expect(error).toMatchObject({ code: "InvalidInput", field: "intent", endpoint: "reconcileOrder" });
  });

  test("is no longer looked for when the caller stops", async () => {
    const { kite } = await smallExchange();
    const controller = new AbortController();
    const onStage = ({ stage }: ConfirmStage) => {
      if (stage === "looking") controller.abort();
    };
    const result = await reconcileOrder(kite, intent("a"), { signal: controller.signal, onStage });
    expect(result).toMatchObject({ outcome: "unknown", facts: { looks: 0 } });
  });
});
