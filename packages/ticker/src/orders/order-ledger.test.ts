import { compareProgress, isTerminal, type Order, type OrderUpdate } from "@kite/models";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bookRow, orderUpdate } from "../testing/order-payload.ts";
import { OrderLedger } from "./order-ledger.ts";

const now = Date.parse("2026-03-02T10:00:00+05:30");

/** One thing that happens to an order at the exchange, and how many seconds after the last thing. */
type Step = { readonly does: "fill" | "modify" | "complete" | "cancel" | "reject"; readonly seconds: number };

/** A state that an order really was in. */
interface State {
  readonly update: OrderUpdate;
  readonly row: Order;
}

/** The exchange's own record of an order: every state that it was in, the first one told by nobody. */
function live(order_id: string, steps: readonly Step[]): State[] {
  let second = 0;
  const fields = { order_id, filled_quantity: 0, price: 470, status: "UPDATE" };
  const states: State[] = [];
  const record = () => {
    const exchange_update_timestamp = `2026-03-02 09:30:${String(second).padStart(2, "0")}`;
    const wire = { ...fields, exchange_update_timestamp };
    states.push({ update: orderUpdate(wire), row: bookRow(wire) });
  };
  record();
  for (const { does, seconds } of steps) {
    second += seconds;
    if (does === "fill") fields.filled_quantity += 1;
    else if (does === "modify") fields.price += 1;
    else fields.status = { complete: "COMPLETE", cancel: "CANCELLED", reject: "REJECTED" }[does];
    record();
    if (fields.status !== "UPDATE") break;
  }
  return states;
}

/** `fastest` 1 has each change in a second of its own, 0 has several in one. */
const lives = (fastest: 0 | 1) =>
  fc
    .array(
      fc.array(
        fc.record({
          does: fc.constantFrom("fill", "modify", "modify", "complete", "cancel", "reject"),
          seconds: fc.integer({ min: fastest, max: 3 }),
        }) as fc.Arbitrary<Step>,
        { maxLength: 7 },
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.map((steps, index) => live(`order ${index}`, steps)));

/**
 * What reaches the client. `tell` is the message of a state, as far from its place as chance will have it; a state that has none was
 * lost, one with several was repeated. `book` is the order book when each order was in the state with that number.
 */
type Event =
  | { readonly tell: readonly [order: number, state: number] }
  | { readonly book: readonly (number | undefined)[] };

const arriving = (orders: readonly State[][]): fc.Arbitrary<Event[]> => {
  const tells = orders.flatMap((states, order) =>
    states.slice(1).map((_, index) => ({ tell: [order, index + 1] as const })),
  );
  const books = fc.record({ book: fc.tuple(...orders.map((states) => fc.nat(states.length - 1))) });
  return fc.array(tells.length ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...tells) }, books) : books, {
    maxLength: 25,
  });
};

interface World {
  readonly orders: State[][];
  /** The state in which the first book had each order; undefined when it was read before the order was placed. */
  readonly before: (number | undefined)[];
  readonly events: Event[];
}

const worlds = (fastest: 0 | 1): fc.Arbitrary<World> =>
  lives(fastest).chain((orders) =>
    fc.record({
      orders: fc.constant(orders),
      before: fc.tuple(...orders.map((states) => fc.option(fc.nat(states.length - 1), { nil: undefined }))),
      events: arriving(orders),
    }),
  );

interface News {
  readonly order: OrderUpdate | Order;
  readonly source: "stream" | "book";
}

/** Plays the first book, the events and a last reconnect whose book is the truth; gives what was told, by order. */
function play({ orders, before, events }: World): News[][] {
  const ledger = new OrderLedger();
  for (const [order, state] of before.entries()) {
    const row = state === undefined ? undefined : orders[order]?.[state]?.row;
    if (row) ledger.remember(row, now);
  }
  const told: News[][] = orders.map(() => []);
  const look = (order: number, state: number | undefined) => {
    const row = orders[order]?.at(state ?? 0)?.row as Order;
    if (ledger.look(row, now)) told[order]?.push({ order: row, source: "book" });
  };
  for (const event of events) {
    if ("book" in event) {
      for (const [order, state] of event.book.entries()) look(order, state);
      continue;
    }
    const [order, state] = event.tell;
    // A copy, as each message is parsed anew.
    const update = { ...orders[order]?.[state]?.update } as OrderUpdate;
    if (ledger.hear(update, now)) told[order]?.push({ order: update, source: "stream" });
  }
  for (const order of orders.keys()) look(order, -1);
  return told;
}

/** A state without the words that the book and the stream have of their own. */
const essence = ({ status, filled_quantity, price, exchange_update_timestamp }: OrderUpdate | Order) =>
  JSON.stringify([status === "UPDATE" ? "OPEN" : status, filled_quantity, price, exchange_update_timestamp]);

test("whatever is lost, repeated or late: after a reconnect the last news of each order is the truth", () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1).chain(worlds), (world) => {
      const { orders, before } = world;
      const told = play(world);
      for (const [order, states] of orders.entries()) {
        const known = told[order]?.at(-1)?.order ?? states[before[order] ?? 0]?.row;
        expect(essence(known as Order)).toBe(essence(states.at(-1)?.row as Order));
      }
    }),
    { numRuns: 1000 },
  );
});

test("each piece of news is at least as far as the one before, and a finished order is told of once", () => {
  fc.assert(
    fc.property(fc.constantFrom(0, 1).chain(worlds), (world) => {
      for (const news of play(world)) {
        for (const [index, { order }] of news.entries()) {
          const before = news[index - 1];
          if (before) expect(compareProgress(order, before.order)).toBeGreaterThanOrEqual(0);
        }
        expect(news.filter(({ order }) => isTerminal(order)).length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 1000 },
  );
});

test("nothing is told twice", () => {
  fc.assert(
    fc.property(worlds(1), (world) => {
      for (const news of play(world)) {
        const told = news.map(({ order }) => essence(order));
        expect(new Set(told).size).toBe(told.length);
      }
    }),
    { numRuns: 1000 },
  );
});

test("not even when several changes share a second, but for the book, which settles the last of them", () => {
  fc.assert(
    fc.property(worlds(0), (world) => {
      for (const news of play(world)) {
        const streamed = news.filter(({ source }) => source === "stream").map(({ order }) => essence(order));
        expect(new Set(streamed).size).toBe(streamed.length);
        for (const [index, { order, source }] of news.entries()) {
          const before = news[index - 1];
          if (source === "book" && before) expect(essence(order)).not.toBe(essence(before.order));
        }
      }
    }),
    { numRuns: 1000 },
  );
});

test("a stream that loses nothing and keeps its order is told as it is", () => {
  fc.assert(
    fc.property(lives(0), (orders) => {
      const events = orders.flatMap((states, order) =>
        states.slice(1).map((_, index) => ({ tell: [order, index + 1] as const })),
      );
      const updates = play({ orders, before: [], events }).map((news) =>
        news.flatMap(({ order, source }) => (source === "stream" ? order : [])),
      );
      expect(updates).toEqual(orders.map((states) => states.slice(1).map(({ update }) => update)));
    }),
    { numRuns: 300 },
  );
});
