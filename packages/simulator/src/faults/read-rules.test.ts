import { expect, test } from "vitest";
import { readRules } from "./read-rules.ts";
import { stormRules } from "./storm.ts";

test("takes every fault there is, also by way of JSON", () => {
  const rules = [
    ...stormRules(),
    { match: "GET *", user_id: "SIM001", chance: 0, times: 0, fault: { kind: "hang", executed: true, ms: 5 } },
  ];
  expect(readRules(JSON.parse(JSON.stringify(rules)))).toEqual(rules);
});

const drop = { kind: "drop", executed: true };
test.each([
  [{}, "rules: expected an array, got {}"],
  [undefined, "rules: expected an array, got nothing"],
  [[drop, null], "rules[0].kind: there is only match, user_id, chance, times, fault"],
  [[{ fault: drop }, null], "rules[1]: expected an object, got null"],
  [[{}], "rules[0].fault: expected an object, got nothing"],
  [[{ fault: drop, chance: 2 }], "rules[0].chance: expected a number from 0 to 1, got 2"],
  [[{ fault: drop, chance: Number.NaN }], "rules[0].chance: expected a number from 0 to 1, got null"],
  [[{ fault: drop, times: 1.5 }], "rules[0].times: expected a whole number from 0, got 1.5"],
  [
    [{ fault: drop, match: "/orders" }],
    'rules[0].match: expected a method and a path, as in POST /orders/*, got "/orders"',
  ],
  [[{ fault: drop, user_id: 7 }], "rules[0].user_id: expected a text, got 7"],
  [[{ fault: { kind: "drop" } }], "rules[0].fault.executed: expected true or false, got nothing"],
  [[{ fault: { kind: "cut", executed: true } }], "rules[0].fault.executed: there is only kind"],
  [
    [{ fault: { kind: "explode" } }],
    'rules[0].fault.kind: expected one of drop, hang, status, html, cut, timed-out, latency, late, got "explode"',
  ],
  [
    [{ fault: { kind: "status", executed: true, status: 200 } }],
    "rules[0].fault.status: expected a status from 400 to 599, got 200",
  ],
  [
    [{ fault: { kind: "status", executed: true, status: 500, body: "xml" } }],
    'rules[0].fault.body: expected one of envelope, html, empty, got "xml"',
  ],
  [[{ fault: { kind: "late", min: -1, max: 1 } }], "rules[0].fault.min: expected milliseconds from 0, got -1"],
  [[{ fault: { kind: "latency", min: 5, max: 4 } }], "rules[0].fault.max: expected at least 5, got 4"],
])("%j: %s", (rules, message) => {
  expect(() => readRules(rules)).toThrow(new TypeError(message));
});
