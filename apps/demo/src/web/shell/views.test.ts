import { expect, test } from "vitest";
import { addressOf, viewAt, views } from "./views.ts";

test("every view is found at its address, also with something after it", () => {
  for (const view of views) {
    expect(viewAt(addressOf(view.name))).toBe(view);
    expect(viewAt(`${addressOf(view.name)}/NSE:INFY?side=BUY`)).toBe(view);
  }
});

test.each(["", "#", "#main", "#/nothing", "#/Orders"])("%j leads to the first one", (hash) => {
  expect(viewAt(hash).name).toBe("portfolio");
});
