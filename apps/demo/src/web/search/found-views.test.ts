import { expect, test } from "vitest";
import { foundViews } from "./found-views.ts";

const names = (typed: string) => foundViews(typed).map(({ name }) => name);

test.each([
  ["orders", ["orders"]],
  ["ORD", ["orders"]],
  ["hold", ["portfolio"]],
  ["chain", ["market"]],
  ["funds", ["mf", "funds"]],
  ["sip", ["mf"]],
  ["infy", []],
])("%s leads to %j", (typed, expected) => {
  expect(names(typed)).toEqual(expected);
});

test("without a word all are there, in their order", () => {
  expect(names(" ")[0]).toBe("portfolio");
  expect(names("")).toHaveLength(8);
});
