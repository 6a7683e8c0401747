import { expect, test } from "vitest";
import { deedOf } from "./row-keys.ts";

const key = (name: string, held: { altKey?: boolean; ctrlKey?: boolean; metaKey?: boolean } = {}) =>
  deedOf({ key: name, altKey: false, ctrlKey: false, metaKey: false, ...held });

test("arrows move the focus, with Alt the row", () => {
  expect([key("ArrowUp"), key("ArrowDown")]).toEqual(["previous", "next"]);
  expect([key("ArrowUp", { altKey: true }), key("ArrowDown", { altKey: true })]).toEqual(["up", "down"]);
  expect(key("Delete")).toBe("remove");
});

test("what belongs to the browser, to the page or to nobody stays alone", () => {
  expect([
    key("Delete", { altKey: true }),
    key("ArrowUp", { metaKey: true }),
    key("ArrowDown", { ctrlKey: true }),
  ]).toEqual(Array(3).fill(undefined));
  expect(["b", "s", "Enter", "Tab", "constructor"].map((name) => key(name))).toEqual(Array(5).fill(undefined));
});
