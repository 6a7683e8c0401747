import { expect, test } from "vitest";
import { infy } from "../testing/infy.ts";
import { actionsOn } from "./instrument-actions.ts";

test("each action has a letter of its own, and leads to the view with the instrument", () => {
  const actions = actionsOn(infy);
  expect(actions.map(({ letter, address }) => [letter, address])).toEqual([
    ["o", "#/market/NSE%3AINFY"],
    ["b", "#/orders/NSE%3AINFY?side=BUY"],
    ["s", "#/orders/NSE%3AINFY?side=SELL"],
    ["g", "#/gtt/NSE%3AINFY"],
    ["a", "#/alerts/NSE%3AINFY"],
    ["w", null],
  ]);
});

test("an index is neither bought nor sold", () => {
  const letters = actionsOn({ ...infy, segment: "INDICES" }).map(({ letter }) => letter);
  expect(letters).toEqual(["o", "a", "w"]);
});
