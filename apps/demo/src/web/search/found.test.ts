import { expect, test } from "vitest";
import { infy } from "../testing/infy.ts";
import { actionGroup, groupsOf } from "./found.ts";
import { foundViews } from "./found-views.ts";

const titles = (typed: string, instruments = [infy]) =>
  groupsOf(typed, instruments, foundViews(typed)).map(({ title }) => title);

test("instruments stand first, a view that was named in full before them", () => {
  expect(titles("ord")).toEqual(["Instruments", "Views"]);
  expect(titles("Orders")).toEqual(["Views", "Instruments"]);
  expect(titles(" gtt ")).toEqual(["Views", "Instruments"]);
});

test("what is empty has no heading", () => {
  expect(titles("infy")).toEqual(["Instruments"]);
  expect(titles("zzz", [])).toEqual([]);
  expect(titles("", [])).toEqual(["Views"]);
  expect(titles("")).toEqual(["Lately", "Views"]);
});

test("no two lines have the same id", () => {
  const groups = [...groupsOf("", [infy, { ...infy, key: "BSE:INFY" }], foundViews("")), actionGroup(infy)];
  const ids = groups.flatMap(({ found }) => found.map(({ id }) => id));
  expect(new Set(ids).size).toBe(ids.length);
});
