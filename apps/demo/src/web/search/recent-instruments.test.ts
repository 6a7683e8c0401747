import { expect, test } from "vitest";
import { withLatest } from "./recent-instruments.ts";

test("the latest stands first, once", () => {
  expect(withLatest(["NSE:INFY", "NSE:TCS"], "NSE:TCS")).toEqual(["NSE:TCS", "NSE:INFY"]);
});

test("the oldest gives way", () => {
  expect(withLatest(["a", "b", "c", "d", "e", "f"], "g")).toEqual(["g", "a", "b", "c", "d", "e"]);
});
