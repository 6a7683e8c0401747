import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { finalStatuses } from "./enums/final-status.ts";
import { orderStatuses } from "./enums/order-status.ts";
import { compareProgress, isOpen, isTerminal, mergeOrder, type OrderProgress } from "./order-state.ts";

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 4, 0, second));
const state = (status: string, filled_quantity = 0, second?: number): OrderProgress => ({
  status,
  filled_quantity,
  exchange_update_timestamp: second === undefined ? null : at(second),
});

test("finished are the known ends; a state of tomorrow is open", () => {
  expect(orderStatuses.filter((status) => isTerminal(status)).sort()).toEqual([...finalStatuses].sort());
  expect(isTerminal(state("COMPLETE", 10))).toBe(true);
  expect(isOpen(state("CANCEL PENDING"))).toBe(true);
  expect(isOpen("A STATE OF TOMORROW")).toBe(true);
  expect(isOpen("LAPSED")).toBe(false);
});

describe("the further of two states", () => {
  test.each<[why: string, further: OrderProgress, behind: OrderProgress]>([
    ["is finished", state("CANCELLED", 0, 1), state("OPEN", 0, 5)],
    ["has filled more", state("OPEN", 5, 1), state("OPEN", 4, 9)],
    ["is later at the exchange", state("OPEN", 4, 9), state("OPEN", 4, 8)],
    ["has reached the exchange", state("OPEN", 0, 1), state("PUT ORDER REQ RECEIVED")],
    ["is further on its way within the same second", state("OPEN", 0, 1), state("OPEN PENDING", 0, 1)],
    ["is further on its way before it has a time", state("VALIDATION PENDING"), state("PUT ORDER REQ RECEIVED")],
    ["may have a state that is not known", state("A STATE OF TOMORROW", 0, 2), state("OPEN", 0, 1)],
  ])("%s", (_, further, behind) => {
    expect(compareProgress(further, behind)).toBeGreaterThan(0);
    expect(compareProgress(behind, further)).toBeLessThan(0);
    expect(mergeOrder(behind, further)).toEqual(further);
    expect(mergeOrder(further, behind)).toBe(further);
  });
});

test("what is not further changes nothing, even an odd row", () => {
  const known = { ...state("OPEN", 5, 3), tag: "mine" };
  expect(mergeOrder(known, { ...known })).toBe(known);
  expect(mergeOrder(known, state("OPEN", Number.NaN, 3))).toBe(known);
  const finished = state("CANCELLED", 5, 3);
  expect(mergeOrder(finished, state("OPEN", 9, 9))).toBe(finished);
});

test("keeps what the news does not say, and the status through an UPDATE", () => {
  const known = { ...state("TRIGGER PENDING", 0, 1), tag: "mine", price: 10 };
  const update = { ...state("UPDATE", 0, 2), price: 11 };
  expect(mergeOrder(known, update)).toEqual({ ...known, exchange_update_timestamp: at(2), price: 11 });
  expect(mergeOrder(state("OPEN PENDING"), state("UPDATE", 3, 1))).toEqual(state("OPEN", 3, 1));
});

/** A life of an order, as an exchange would tell it: taken, perhaps filled in parts and modified, then finished or left open. */
const life = fc
  .record({
    steps: fc.array(fc.oneof(fc.nat(5), fc.constantFrom("MODIFY PENDING", "MODIFIED", "CANCEL PENDING", "NEW"))),
    end: fc.option(fc.constantFrom(...finalStatuses)),
  })
  .map(({ steps, end }) => {
    let filled = 0;
    let second = 0;
    const states = [state("PUT ORDER REQ RECEIVED"), state("VALIDATION PENDING"), state("OPEN PENDING", 0, 0)];
    for (const step of steps) {
      second += 1;
      if (typeof step === "number") filled += step;
      states.push(state(typeof step === "number" ? (step % 2 ? "UPDATE" : "OPEN") : step, filled, second));
    }
    if (end) states.push(state(end, filled, second));
    return states;
  });

/** The same life as a client may hear it: messages lost, told twice and overtaking each other; at least one arrives. */
const heard = life.chain((states) =>
  fc
    .array(fc.nat(states.length - 1), { minLength: 1, maxLength: states.length * 2 })
    .map((order) => ({ states, messages: order.flatMap((index) => states[index] ?? []) })),
);
const fold = (messages: readonly OrderProgress[]) => messages.reduce((known, update) => mergeOrder(known, update));

test("however the news comes in, the result is the furthest state that was heard", () => {
  fc.assert(
    fc.property(heard, ({ states, messages }) => {
      const furthest = states.findLast((each) => messages.includes(each)) as OrderProgress;
      const { status, ...progress } = fold(messages);
      expect(progress).toEqual({
        filled_quantity: furthest.filled_quantity,
        exchange_update_timestamp: furthest.exchange_update_timestamp,
      });
      if (furthest.status !== "UPDATE") expect(status).toBe(furthest.status);
    }),
    { numRuns: 500 },
  );
});

test("known never goes back, and a finished order never opens again", () => {
  fc.assert(
    fc.property(heard, ({ messages }) => {
      let known = messages[0] as OrderProgress;
      for (const message of messages) {
        const next = mergeOrder(known, message);
        expect(compareProgress(next, known)).toBeGreaterThanOrEqual(0);
        if (isTerminal(known)) expect(isTerminal(next)).toBe(true);
        expect(mergeOrder(next, message)).toBe(next);
        known = next;
      }
    }),
    { numRuns: 500 },
  );
});
