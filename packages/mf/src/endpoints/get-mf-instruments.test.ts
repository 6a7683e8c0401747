import type { KiteSettings } from "@kite/core";
import { expect, test } from "vitest";
import { columns, csvOf } from "../testing/csv.ts";
import { instrument } from "../testing/rows.ts";
import { failing, serving, servingText } from "../testing/serving.ts";
import { getMFInstruments } from "./get-mf-instruments.ts";

const servingCsv = (text: string, settings?: KiteSettings) => servingText(text, "text/csv", settings);
const second = { ...instrument, tradingsymbol: "INF174K01LS2", name: 'Kotak "Focus", Direct', purchase_allowed: false };

test("asks for the list, and gives flags and exact numbers; raw gives the CSV", async () => {
  const csv = csvOf([instrument, second]);
  const { kite, server, warnings } = await servingCsv(csv);
  expect(await getMFInstruments(kite)).toStrictEqual([instrument, second]);
  expect(await getMFInstruments.raw(kite)).toMatchObject({ status: 200, data: csv });
  expect(server.requests[0]).toMatchObject({ method: "GET", path: "/mf/instruments", query: [], body: "" });
  expect(warnings).toEqual([]);
});

test("finds columns by their names: a new one, another order and a byte order mark change nothing", async () => {
  const [head = "", row = ""] = csvOf([instrument]).split("\r\n");
  const turned = (line: string) => ["x", ...line.split(",").reverse()].join(",");
  const { kite, warnings } = await servingCsv(`\uFEFF${turned(head)}\n${turned(row)}\n\n`);
  expect(await getMFInstruments(kite)).toStrictEqual([instrument]);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: what cannot be read stays text and is reported once", async () => {
  const [head, row = ""] = csvOf([instrument]).split("\r\n");
  const noPrice = row.replace("106.8103", "");
  const { kite, warnings } = await servingCsv([head, noPrice, noPrice, row, "INF0,short", row].join("\r\n"));
  const funds = await getMFInstruments(kite);
  expect(funds.map(({ last_price }) => last_price)).toEqual(["", "", 106.8103, undefined, 106.8103]);
  expect(warnings[0]).toMatch(/^getMFInstruments: data\[0\]\.last_price: /);
  expect(warnings).toHaveLength(columns.length - 2);
});

test("a quote in the middle of a name does no harm", async () => {
  const csv = csvOf([instrument]).replace("Advantage", 'the "best" 6" Advantage');
  const { kite, warnings } = await servingCsv(csv);
  expect((await getMFInstruments(kite))[0]?.name).toBe('Aditya Birla Sun Life the "best" 6" Advantage Fund');
  expect(warnings).toEqual([]);
});

test("is a list of funds also where nothing is checked", async () => {
  const { kite } = await servingCsv(csvOf([instrument]), { validate: "off" });
  expect(await getMFInstruments(kite)).toStrictEqual([instrument]);
});

test("names the field where validation is strict", async () => {
  const csv = csvOf([instrument]).replace("106.8103", "n/a");
  const { kite } = await servingCsv(csv, { validate: "strict" });
  await expect(getMFInstruments(kite)).rejects.toMatchObject({
    code: "SchemaMismatch",
    message: expect.stringMatching(/^getMFInstruments: data\[0\]\.last_price: /),
  });
});

test("a list without rows is empty", async () => {
  const { kite, warnings } = await servingCsv(csvOf([]));
  expect(await getMFInstruments(kite)).toEqual([]);
  expect(warnings).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["another table", "a,b\n1,2\n"],
  ["a quote that never ends", `${csvOf([instrument])}"INF0`],
])("%s is an error, never a list", async (_, csv) => {
  for (const validate of ["warn", "off"] as const) {
    const { kite } = await servingCsv(csv, { validate });
    await expect(getMFInstruments(kite)).rejects.toMatchObject({
      code: "MalformedAnswer",
      endpoint: "getMFInstruments",
      message: expect.stringMatching(/^getMFInstruments: a CSV that cannot be read: /),
    });
  }
});

test("a page of HTML is an error, never a list", async () => {
  const { kite } = await servingText("<html></html>", "text/html");
  await expect(getMFInstruments(kite)).rejects.toMatchObject({ code: "MalformedAnswer", endpoint: "getMFInstruments" });
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingCsv(csvOf([]));
  await expect(getMFInstruments(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("a refused session is an error with the server's type", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Incorrect `api_key` or `access_token`.")]);
  await expect(getMFInstruments(kite)).rejects.toMatchObject({ code: "TokenException", status: 403 });
});
