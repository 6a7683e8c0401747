import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { CandleSchema } from "./candle.ts";
import { HistoricalDataSchema } from "./historical-data.ts";

const wire = ["2017-12-15T09:15:00+0530", 1704.5, 1705, 1699.25, 1702.8, 2499];
const typed = {
  date: new Date("2017-12-15T03:45:00Z"),
  open: 1704.5,
  high: 1705,
  low: 1699.25,
  close: 1702.8,
  volume: 2499,
};

test("gives the positions their names, the time as a Date", () => {
  expect(parse(CandleSchema, wire)).toStrictEqual(typed);
  expect(parse(CandleSchema, ["2017-12-15T00:00:00+05:30", 1, 2, 1, 2, 0]).date).toEqual(
    new Date("2017-12-14T18:30:00Z"),
  );
});

test("keeps an open interest of 0, and has none where none was sent", () => {
  expect(parse(CandleSchema, [...wire, 0])).toStrictEqual({ ...typed, oi: 0 });
  expect(parse(CandleSchema, [...wire, 13667775])).toStrictEqual({ ...typed, oi: 13667775 });
  expect(parse(CandleSchema, [...wire, null])).not.toHaveProperty("oi");
});

test.each([
  ["a short row", wire.slice(0, 5)],
  ["a price as text", ["2017-12-15T09:15:00+0530", "1704.5", 1, 1, 1, 1]],
  ["a time of another zone", ["2017-12-15T09:15:00+0000", 1, 1, 1, 1, 1]],
  ["a placeholder for a time", ["0001-01-01T00:00:00+0530", 1, 1, 1, 1, 1]],
  ["a number for a time", [1513309500, 1, 1, 1, 1, 1]],
  ["open interest as text", [...wire, "0"]],
  ["an object", typed],
  ["null", null],
])("%s is an issue and stays as it came", (_, odd) => {
  expect(safeParse(CandleSchema, odd)).toMatchObject({ success: false, output: odd });
});

test("one odd row hides no other", () => {
  const { output, issues } = safeParse(HistoricalDataSchema, { candles: [wire, [], wire] });
  expect(output).toEqual({ candles: [typed, [], typed] });
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["candles.1"]);
  expect(parse(HistoricalDataSchema, { candles: [] })).toEqual({ candles: [] });
});
