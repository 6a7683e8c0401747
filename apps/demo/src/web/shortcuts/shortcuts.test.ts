import { expect, test } from "vitest";
import { viewAt, views } from "../shell/views.ts";
import { pressed, shortcutGroups, type Wish } from "./shortcuts.ts";

/** Presses one key after the other; gives what was done. */
function typed(...keys: readonly string[]): Wish[] {
  let before: string | undefined;
  return keys.flatMap((key) => {
    const next = pressed(before, key);
    before = next.before;
    return next.wish ?? [];
  });
}

test("every view has its keys, and leads to itself", () => {
  const opened = shortcutGroups.flatMap(({ shortcuts }) =>
    shortcuts.flatMap(({ keys }) => typed(...keys)).flatMap((wish) => (wish.do === "open" ? [wish.address] : [])),
  );
  expect(opened.map((address) => viewAt(address))).toEqual([...views]);
});

test("no two shortcuts have the same keys, and none hides another", () => {
  const all = shortcutGroups.flatMap(({ shortcuts }) => shortcuts);
  expect(new Set(all.map(({ keys }) => keys.join())).size).toBe(all.length);
  for (const { keys, wish } of all) expect(typed(...keys)).toEqual([wish]);
});

test("a second key that leads nowhere counts anew", () => {
  expect(typed("g", "b")).toEqual([{ do: "trade", side: "BUY" }]);
  expect(typed("g", "x", "m")).toEqual([]);
  expect(typed("g", "g", "g", "o")).toEqual([
    { do: "open", address: "#/gtt" },
    { do: "open", address: "#/orders" },
  ]);
  expect(typed("g", "?")).toEqual([{ do: "list" }]);
});

test("other keys do nothing", () => {
  expect(typed("x", "Enter", "G", "B", "Escape", " ")).toEqual([]);
});
