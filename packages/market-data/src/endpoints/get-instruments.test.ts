import { cache } from "@kite/core";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { csvOf, market } from "../testing/instruments.ts";
import { csvAnswer, failing, serving } from "../testing/serving.ts";
import { getInstruments } from "./get-instruments.ts";

test("asks for the list of all exchanges, or of one", async () => {
  const { kite, server } = await serving(csvAnswer(csvOf(market)));
  expect(await getInstruments(kite)).toEqual(market);
  expect(await getInstruments(kite, "NFO")).toEqual(market);
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/instruments", query: [] },
    { method: "GET", path: "/instruments/NFO", query: [] },
  ]);
});

test("raw gives the CSV", async () => {
  const { kite } = await serving(csvAnswer(csvOf(market)));
  const raw = await getInstruments.raw(kite, "NSE");
  expect(raw.data).toBe(csvOf(market));
  expect(raw.headers.get("content-type")).toContain("text/csv");
});

const oneOdd = `${csvOf(market.slice(0, 3))}1,2,3\r\n${csvOf(market.slice(3)).split("\r\n").slice(1).join("\r\n")}`;

test("an odd row is left out and reported", async () => {
  const { kite, warnings } = await serving(csvAnswer(oneOdd));
  expect(await getInstruments(kite)).toEqual(market);
  expect(warnings).toEqual([expect.stringMatching(/^getInstruments: data\[3\]: 3 cells instead of 12/)]);
});

test("an odd row is an error where validation is strict, and gives a list where it is off", async () => {
  const strict = await serving(csvAnswer(oneOdd), { validate: "strict" });
  expect(await caught(getInstruments(strict.kite))).toMatchObject({ code: "SchemaMismatch" });
  const off = await serving(csvAnswer(oneOdd), { validate: "off" });
  expect(await getInstruments(off.kite)).toEqual(market);
});

test("a list that is cut is an error, also where validation is off", async () => {
  for (const validate of ["warn", "strict", "off"] as const) {
    const { kite } = await serving(csvAnswer(csvOf(market).slice(0, -30)), { validate });
    expect(await caught(getInstruments(kite))).toMatchObject({ code: "MalformedAnswer", endpoint: "getInstruments" });
  }
});

test.each(["nse", "", "NSE/../user", "NSE EQ"])("refuses the exchange %j", async (exchange) => {
  const { kite, server } = await serving(csvAnswer(csvOf(market)));
  expect((await caught(getInstruments(kite, exchange))).message).toMatch(/^getInstruments: exchange: /);
  expect(server.requests).toEqual([]);
});

test("an error comes as JSON, also where CSV is due", async () => {
  const { kite } = await serving(failing(403, "TokenException", "Incorrect `api_key` or `access_token`."));
  expect(await caught(getInstruments(kite))).toMatchObject({ code: "TokenException", status: 403 });
});

test("a cache layer does not keep ten megabytes", async () => {
  const { kite, server } = await serving(csvAnswer(csvOf(market)), {}, cache({ ttl: 60_000 }));
  await getInstruments(kite);
  await getInstruments(kite);
  expect(server.requests).toHaveLength(2);
});

test("takes its time, unless the caller has none", async () => {
  const { kite } = await serving({ ...csvAnswer(csvOf(market)), delay: 80 }, { timeout: 40 });
  expect(await getInstruments(kite)).toHaveLength(market.length);
  expect(await caught(getInstruments(kite, undefined, { timeout: 40 }))).toMatchObject({ code: "Timeout" });
});
