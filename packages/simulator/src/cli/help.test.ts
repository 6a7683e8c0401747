import { expect, test } from "vitest";
import { helpLines } from "./help.ts";
import { optionEntries } from "./option-table.ts";
import { createPaint, takesStyle } from "./paint.ts";

test("the help text names every option, fits 110 columns, and has no colours where there are none", () => {
  const lines = helpLines(createPaint(false), "1.2.3");
  for (const name of Object.keys(optionEntries)) expect(lines.join("\n")).toContain(`--${name}`);
  expect(lines.filter((line) => line.length > 110)).toEqual([]);
  expect(lines.join("\n")).not.toContain("\u001b");
  expect(helpLines(createPaint(true), "1.2.3").join("\n")).toContain("\u001b[1mMarket\u001b[22m");
});

test("colours only on a terminal, and not against NO_COLOR", () => {
  expect(takesStyle({ isTTY: true }, {})).toBe(true);
  expect(takesStyle({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(takesStyle({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(takesStyle({}, {})).toBe(false);
});
