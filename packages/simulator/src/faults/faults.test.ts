import fc from "fast-check";
import { expect, test } from "vitest";
import { type Fate, Faults, type FaultyRequest } from "./faults.ts";
import type { FaultRule, InjectedFault } from "./rule.ts";
import { stormRules } from "./storm.ts";

const placement: FaultyRequest = { method: "POST", path: "/orders/regular", user_id: "SIM001" };
const drop = { kind: "drop", executed: true } as const;
const hang = { kind: "hang", executed: false } as const;

const kindOf = ({ answer }: Fate): string | undefined => answer?.fault.kind;
const draws = (faults: Faults, count: number): Fate[] => Array.from({ length: count }, () => faults.draw(placement));

test("nothing goes wrong without rules", () => {
  expect(new Faults(1).draw(placement)).toEqual({ answer: undefined, latency: undefined, late: undefined });
});

test("same seed, same rules, same requests: same faults, also after the rules were set again", () => {
  fc.assert(
    fc.property(fc.integer(), fc.double({ min: 0, max: 1, noNaN: true }), (seed, chance) => {
      const rules = stormRules({ chance });
      const faults = new Faults(seed, rules);
      const first = draws(faults, 50);
      expect(draws(new Faults(seed, rules), 50)).toEqual(first);
      faults.set(rules);
      expect(draws(faults, 50)).toEqual(first);
    }),
    { numRuns: 50 },
  );
});

test("another seed gives other faults", () => {
  const rules = stormRules({ chance: 0.5 });
  expect(draws(new Faults(1, rules), 50)).not.toEqual(draws(new Faults(2, rules), 50));
});

test("requests that no rule means change nothing for those that one does", () => {
  const rules = stormRules({ chance: 0.5 });
  const alone = draws(new Faults(3, rules), 100);
  const among = new Faults(3, rules);
  const mixed = alone.map(() => {
    among.draw({ method: "GET", path: "/orders", user_id: "SIM001" });
    return among.draw(placement);
  });
  expect(mixed).toEqual(alone);
});

test("a rule strikes as often as its chance says, and never more than `times`", () => {
  const faults = new Faults(5, [{ chance: 0.2, fault: drop }]);
  const struck = draws(faults, 10_000).filter(kindOf).length;
  expect(struck).toBeGreaterThan(1850);
  expect(struck).toBeLessThan(2150);
  faults.set([{ times: 3, fault: drop }]);
  expect(draws(faults, 10).filter(kindOf)).toHaveLength(3);
  expect(faults.counts).toEqual([3]);
  faults.set([{ chance: 0, fault: drop }]);
  expect(draws(faults, 1000).filter(kindOf)).toEqual([]);
});

test("the first rule that strikes decides, and the others keep what they have left", () => {
  const faults = new Faults(1, [
    { times: 2, fault: drop },
    { times: 1, fault: hang },
  ]);
  expect(draws(faults, 4).map(kindOf)).toEqual(["drop", "drop", "hang", undefined]);
});

test("a lost answer, a wait and a late order can come together", () => {
  const range = { min: 10, max: 20 };
  const faults = new Faults(1, [
    { fault: { kind: "late", ...range } },
    { fault: drop },
    { fault: { kind: "latency", ...range } },
  ]);
  const { answer, latency, late } = faults.draw(placement);
  expect([answer?.rule, latency?.rule, late?.rule]).toEqual([1, 2, 0]);
  for (const ms of [latency?.ms, late?.ms]) expect([10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]).toContain(ms);
});

test("an order that was never placed is not late, and uses no `times` up", () => {
  const late: FaultRule = { times: 1, fault: { kind: "late", min: 0, max: 0 } };
  const faults = new Faults(1, [late, { times: 1, fault: hang }]);
  expect(draws(faults, 2).map(({ late }) => late?.rule)).toEqual([undefined, 0]);
});

test("a rule can mean one user alone", () => {
  const faults = new Faults(1, [{ user_id: "SIM002", fault: drop }]);
  const asked = ["SIM001", "SIM002", undefined].map((user_id) => kindOf(faults.draw({ ...placement, user_id })));
  expect(asked).toEqual([undefined, "drop", undefined]);
});

test("nobody can change the rules from outside", () => {
  const rules: FaultRule[] = [{ match: "GET /orders", fault: drop }];
  const faults = new Faults(1, rules);
  const [rule] = rules;
  Object.assign(rule as object, { match: "*" });
  rules.pop();
  expect(faults.rules).toEqual([{ match: "GET /orders", fault: drop }]);
  expect(() => Object.assign(faults.rules[0] as object, { times: 0 })).toThrow(TypeError);
  faults.clear();
  expect(faults.rules).toEqual([]);
});

test("remembers the latest ten thousand", () => {
  const faults = new Faults(1);
  const at = new Date(0);
  const one = (rule: number): InjectedFault => ({ rule, fault: drop, ...placement, user_id: "x", at, executed: true });
  for (let count = 0; count < 25_000; count += 1) faults.note(one(count));
  expect(faults.injected).toHaveLength(10_000);
  expect(faults.injected[0]?.rule).toBe(15_000);
});

test("a storm brings every fault equally often, and leaves the rest in peace", () => {
  const rules = stormRules({ chance: 0.36 });
  const fates = draws(new Faults(1, rules), 20_000);
  const counts = new Map<number | undefined, number>();
  for (const { answer } of fates) counts.set(answer?.rule, (counts.get(answer?.rule) ?? 0) + 1);
  const sorts = rules.length - 2;
  for (let rule = 0; rule < sorts; rule += 1) {
    expect(counts.get(rule)).toBeGreaterThan(300);
    expect(counts.get(rule)).toBeLessThan(500);
  }
  expect(counts.get(undefined)).toBeGreaterThan(12_400);
  expect(counts.get(undefined)).toBeLessThan(13_200);
  expect(new Set(rules.map(({ fault }) => fault.kind)).size).toBe(8);
});

test("a storm can be total, absent, or elsewhere, and no more than total", () => {
  expect(draws(new Faults(1, stormRules({ chance: 1 })), 500).every(kindOf)).toBe(true);
  expect(draws(new Faults(1, stormRules({ chance: 0 })), 500).some(kindOf)).toBe(false);
  expect(draws(new Faults(1, stormRules({ chance: 1, match: "GET *" })), 500).some(kindOf)).toBe(false);
  expect(() => stormRules({ chance: 1.1 })).toThrow("storm.chance: expected a number from 0 to 1, got 1.1");
});
