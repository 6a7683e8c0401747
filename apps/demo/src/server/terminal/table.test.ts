import { expect, test } from "vitest";
import { changeCell, percentCell } from "./figures.ts";
import { createPaint, takesColour } from "./paint.ts";
import { layOut } from "./table.ts";

const plain = createPaint(false);

test("columns are as wide as their widest text, numbers to the right", () => {
  const lines = layOut(
    [{ title: "Name" }, { title: "Value", align: "right" }],
    [
      [{ text: "INFY" }, { text: "1,23,456.78" }],
      [{ text: "RELIANCE" }, { text: "9.00" }],
    ],
    [{ text: "Total" }, { text: "1,23,465.78" }],
    plain.faint,
  );
  expect(lines).toEqual([
    "Name            Value",
    "─────────────────────",
    "INFY      1,23,456.78",
    "RELIANCE         9.00",
    "─────────────────────",
    "Total     1,23,465.78",
  ]);
});

test("colour changes no width and is told apart by arrow and sign without it", () => {
  const colour = createPaint(true);
  const cell = changeCell(-12.5, colour);
  expect(cell.text).toBe("▼ −₹12.50");
  const [, , line] = layOut(
    [{ title: "P&L", align: "right" }],
    [[cell], [changeCell(1200, colour)]],
    undefined,
    plain.faint,
  );
  expect(line).toBe("\u001b[31m   ▼ −₹12.50\u001b[39m");
  expect(changeCell(0, plain).text).toBe("■ ₹0.00");
  expect(percentCell(3.2, plain).text).toBe("+3.20%");
});

test("colours only on a terminal, and not against NO_COLOR", () => {
  expect(takesColour({ isTTY: true }, {})).toBe(true);
  expect(takesColour({ isTTY: true }, { NO_COLOR: "1" })).toBe(false);
  expect(takesColour({ isTTY: true }, { NO_COLOR: "" })).toBe(true);
  expect(takesColour({ isTTY: true }, { TERM: "dumb" })).toBe(false);
  expect(takesColour({ isTTY: false }, {})).toBe(false);
  expect(takesColour({}, {})).toBe(false);
  expect(createPaint(false).gain("x")).toBe("x");
});
