import type { KiteError } from "@kite/core";
import type { OrderUpdateWire } from "@kite/models";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { bookRow, orderPayload, orderUpdate } from "../testing/order-payload.ts";
import type { OrderEvent } from "../ticker-api.ts";
import { OrderUpdates } from "./order-updates.ts";

const ist = (text: string) => new Date(`${text.replace(" ", "T")}+05:30`);

beforeEach(() => {
  vi.useFakeTimers({ now: ist("2026-03-02 10:00:00"), toFake: ["Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function listening() {
  const events: OrderEvent[] = [];
  const errors: KiteError[] = [];
  const updates = new OrderUpdates({
    onOrder: (event) => events.push(event),
    onError: (error) => errors.push(error),
  });
  return { updates, events, errors };
}

type Fields = Partial<OrderUpdateWire>;
const at = (clock: string): Fields => ({ exchange_update_timestamp: `2026-03-02 ${clock}` });
const seen = (events: readonly OrderEvent[]) =>
  events.map(({ order, source }) => `${source}: ${order.status} ${order.filled_quantity} at ${order.price}`);

test("tells an update typed, and as it came", () => {
  const { updates, events } = listening();
  const part = orderPayload({ filled_quantity: 3 });
  const rest = { ...orderPayload({ filled_quantity: 10, status: "COMPLETE" }), shiny_new_field: 1 };
  updates.receive(part);
  updates.receive(rest);
  expect(events).toEqual([
    { order: orderUpdate({ filled_quantity: 3 }), source: "stream", raw: part },
    { order: orderUpdate({ filled_quantity: 10, status: "COMPLETE" }), source: "stream", raw: rest },
  ]);
  expect(events[1]?.raw).toBe(rest);
});

describe("what is news", () => {
  test.each<[why: string, first: Fields, second: Fields]>([
    ["the end of an order", {}, { status: "CANCELLED" }],
    ["the end, even when its time is earlier", at("10:00:05"), { status: "COMPLETE", ...at("10:00:04") }],
    ["a fill", { filled_quantity: 3 }, { filled_quantity: 4 }],
    ["a fill, even when its time is earlier", at("10:00:05"), { filled_quantity: 4, ...at("10:00:04") }],
    ["a modification, although nothing was filled", at("10:00:04"), { price: 471, ...at("10:00:05") }],
    ["a change at the exchange that nothing else shows", at("10:00:04"), at("10:00:05")],
    ["a modification in the same second as the last", { price: 470 }, { price: 471 }],
    ["a trigger in the same second as the last change", { status: "TRIGGER PENDING" }, { status: "OPEN" }],
    ["more filled than at the end that was told", { status: "CANCELLED" }, { status: "CANCELLED", filled_quantity: 4 }],
    ["another order", { order_id: "1" }, { order_id: "2" }],
  ])("%s", (_, first, second) => {
    const { updates, events } = listening();
    updates.receive(orderPayload(first));
    updates.receive(orderPayload(second));
    expect(events.map(({ order }) => order)).toEqual([orderUpdate(first), orderUpdate(second)]);
  });

  test.each<[why: string, first: Fields, second: Fields]>([
    ["a repetition", {}, {}],
    ["an open state after the end", { status: "REJECTED" }, { filled_quantity: 5, ...at("10:00:09") }],
    ["a smaller fill", { filled_quantity: 4 }, { filled_quantity: 3, ...at("10:00:09") }],
    ["an older change", { price: 471, ...at("10:00:05") }, { price: 470, ...at("10:00:04") }],
    ["what has no time yet, after what has", {}, { exchange_update_timestamp: null }],
    ["the end in other words", { status: "CANCELLED" }, { status: "CANCELLED", average_price: 1 }],
    ["the same order again, called an update", { status: "OPEN" }, { status: "UPDATE" }],
  ])("not %s", (_, first, second) => {
    const { updates, events } = listening();
    updates.receive(orderPayload(first));
    updates.receive(orderPayload(second));
    expect(events.map(({ order }) => order)).toEqual([orderUpdate(first)]);
  });

  test("of several states of one second, each is told once, however often it comes", () => {
    const { updates, events } = listening();
    for (const price of [470, 471, 472, 470, 471, 472]) updates.receive(orderPayload({ price }));
    expect(events.map(({ order }) => order.price)).toEqual([470, 471, 472]);
  });
});

describe("the book after a reconnect", () => {
  test("tells what was missed, the earliest change first, and nothing that was known", () => {
    const { updates, events } = listening();
    updates.remember([bookRow({ order_id: "before" })]);
    const known = { order_id: "known", ...at("10:00:00") };
    const filled = { order_id: "filled", ...at("10:00:00") };
    updates.receive(orderPayload(known));
    updates.receive(orderPayload(filled));
    const complete = { ...filled, status: "COMPLETE", filled_quantity: 10, ...at("10:00:20") } as const;
    const placed = { order_id: "placed", ...at("10:00:10") };
    const book = [bookRow(known), bookRow(complete), bookRow(placed), bookRow({ order_id: "before" })];
    events.length = 0;
    updates.reconcile(book);
    expect(events).toEqual([
      { order: bookRow(placed), source: "book" },
      { order: bookRow(complete), source: "book" },
    ]);
    updates.reconcile(book);
    updates.receive(orderPayload(complete));
    expect(events).toHaveLength(2);
  });

  test("is not believed where the stream is further: it may have been asked for before the news came", () => {
    const { updates, events } = listening();
    updates.receive(orderPayload({ filled_quantity: 5 }));
    updates.reconcile([bookRow({ filled_quantity: 3, ...at("10:00:30") })]);
    expect(seen(events)).toEqual(["stream: UPDATE 5 at 470.25"]);
  });

  test("settles which of two states of one second is the last", () => {
    const { updates, events } = listening();
    for (const price of [471, 470]) updates.receive(orderPayload({ price }));
    updates.reconcile([bookRow({ price: 471 })]);
    expect(seen(events)).toEqual(["stream: UPDATE 0 at 471", "stream: UPDATE 0 at 470", "book: OPEN 0 at 471"]);
  });

  test("that was there before the stream is learned in silence", () => {
    const { updates, events } = listening();
    updates.remember([bookRow({ order_id: "old", status: "COMPLETE" }), bookRow()]);
    updates.reconcile([bookRow({ order_id: "old", status: "COMPLETE" }), bookRow()]);
    expect(events).toEqual([]);
    updates.receive(orderPayload({ filled_quantity: 1 }));
    expect(seen(events)).toEqual(["stream: UPDATE 1 at 470.25"]);
  });

  test("does not swallow what the stream was about to tell when the first book was read", () => {
    const { updates, events } = listening();
    const complete = { order_id: "just now", status: "COMPLETE", filled_quantity: 10, ...at("10:00:00") } as const;
    updates.remember([bookRow(complete), bookRow()]);
    for (const _connection of [1, 2, 3]) {
      updates.receive(orderPayload(complete));
      updates.receive(orderPayload());
    }
    expect(seen(events)).toEqual(["stream: COMPLETE 10 at 470.25", "stream: UPDATE 0 at 470.25"]);
    updates.reconcile([bookRow(complete), bookRow()]);
    expect(events).toHaveLength(2);
  });
});

describe("memory", () => {
  const complete = { order_id: "done", status: "COMPLETE", ...at("23:52:00") } as const;
  const open = { order_id: "open", ...at("23:52:00") };

  test.each([
    ["2026-03-03 07:59:59", []],
    ["2026-03-03 08:00:00", ["done"]],
    ["2026-03-09 08:00:00", ["done"]],
    ["2026-03-10 08:00:00", ["done", "open"]],
  ])("at %s these orders of Monday are forgotten: %j", (time, forgotten) => {
    const { updates, events } = listening();
    vi.setSystemTime(ist("2026-03-02 23:52:01"));
    updates.receive(orderPayload(complete));
    updates.receive(orderPayload(open));
    events.length = 0;
    vi.setSystemTime(ist(time));
    updates.reconcile([bookRow(complete), bookRow(open)]);
    expect(events.map(({ order }) => order.order_id)).toEqual(forgotten);
  });

  test("an open order is kept for as long as there is news of it", () => {
    const { updates, events } = listening();
    for (const [day, filled_quantity] of [
      ["02", 1],
      ["08", 2],
      ["14", 3],
      ["20", 3],
    ] as const) {
      vi.setSystemTime(ist(`2026-03-${day} 10:00:00`));
      updates.receive(orderPayload({ filled_quantity }));
    }
    expect(events.map(({ order }) => order.filled_quantity)).toEqual([1, 2, 3]);
  });
});

describe("odd payloads", () => {
  test("an odd field is reported once and hides nothing", () => {
    const { updates, events, errors } = listening();
    const odd = { app_id: "x", tags: [1, 2] } as unknown as Fields;
    updates.receive(orderPayload({ ...odd, filled_quantity: 1 }));
    updates.receive(orderPayload({ ...odd, filled_quantity: 2 }));
    expect(events.map(({ order }) => order)).toEqual([
      orderUpdate({ ...odd, filled_quantity: 1 }),
      orderUpdate({ ...odd, filled_quantity: 2 }),
    ]);
    expect(errors.map(({ code, message }) => `${code} ${message}`)).toEqual([
      'SchemaMismatch order: app_id: Invalid type: Expected number but received "x"; handed on as it came',
      "SchemaMismatch order: tags[]: Invalid type: Expected string but received 2; handed on as it came",
    ]);
  });

  test("a time that cannot be read does not stop an order from ending", () => {
    const { updates, events } = listening();
    updates.receive(orderPayload());
    updates.receive(orderPayload({ status: "COMPLETE", exchange_update_timestamp: "soon" }));
    updates.receive(orderPayload({ filled_quantity: 5 }));
    expect(seen(events)).toEqual(["stream: UPDATE 0 at 470.25", "stream: COMPLETE 0 at 470.25"]);
  });

  test.each([
    [undefined, "order: Invalid type: Expected Object but received undefined"],
    ["order", 'order: Invalid type: Expected Object but received "order"'],
    [[orderPayload()], 'order: order_id: Invalid key: Expected "order_id" but received undefined'],
    [
      { ...orderPayload(), order_id: 220303000308932 },
      "order: order_id: Invalid type: Expected string but received 220303000308932",
    ],
    [{ ...orderPayload(), status: null }, "order: status: Invalid type: Expected string but received null"],
  ])("what tells no order is reported as lost, each time and with one error (%#)", (payload, message) => {
    const { updates, events, errors } = listening();
    updates.receive(payload);
    updates.receive(payload);
    expect(errors.map((error) => error.message)).toEqual(Array(2).fill(`${message}; the update is lost`));
    expect(events).toEqual([]);
  });
});

test("after a close nothing is told", () => {
  const { updates, events, errors } = listening();
  updates.receive(orderPayload());
  updates.close();
  updates.receive(orderPayload({ filled_quantity: 5 }));
  updates.receive("no order");
  updates.reconcile([bookRow({ order_id: "other" })]);
  expect([events.length, errors]).toEqual([1, []]);
});
