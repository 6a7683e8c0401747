import { expect, test } from "vitest";
import type { Mode } from "../ticker-api.ts";
import { messagesTo } from "./messages.ts";

const parsed = (messages: readonly string[]) => messages.map((message) => JSON.parse(message));

test("room is made first, then instruments are subscribed, then modes are set, group by group", () => {
  const told = new Map<number, Mode>([
    [1, "full"],
    [2, "quote"],
    [3, "ltp"],
  ]);
  const wanted = new Map<number, Mode>([
    [3, "full"],
    [2, "quote"],
    [4, "quote"],
    [5, "full"],
  ]);
  expect(parsed(messagesTo(wanted, told))).toEqual([
    { a: "unsubscribe", v: [1] },
    { a: "subscribe", v: [4, 5] },
    { a: "mode", v: ["quote", [4]] },
    { a: "mode", v: ["full", [3, 5]] },
  ]);
  expect(told).toEqual(wanted);
});

test("says nothing when nothing has changed, and never sends an empty list", () => {
  const state = new Map<number, Mode>([[1, "ltp"]]);
  expect(messagesTo(state, new Map(state))).toEqual([]);
});

test("sends no more than 500 instruments in a message, and each of them once", () => {
  const wanted = new Map<number, Mode>(Array.from({ length: 1_201 }, (_, index) => [index + 1, "full"]));
  const messages = parsed(messagesTo(wanted, new Map()));
  expect(messages.map(({ a, v }) => [a, a === "mode" ? v[1].length : v.length])).toEqual([
    ["subscribe", 500],
    ["subscribe", 500],
    ["subscribe", 201],
    ["mode", 500],
    ["mode", 500],
    ["mode", 201],
  ]);
  expect(new Set(messages.slice(0, 3).flatMap(({ v }) => v))).toEqual(new Set(wanted.keys()));
});
