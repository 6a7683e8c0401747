import { isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import { aaron, aaronWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getHoldings } from "./get-holdings.ts";

test("asks for the holdings, signed, without parameters", async () => {
  const { kite, server } = await servingData([]);
  expect(await getHoldings(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/portfolio/holdings", query: [], body: "" }]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: "token key:access", "x-kite-version": "3" });
});

test("keeps the documented fields, times as Date; raw keeps everything as sent", async () => {
  const row = { ...aaronWire, shiny_new_field: 1 };
  const { kite, warnings } = await servingData([row]);
  expect(await getHoldings(kite)).toStrictEqual([aaron]);
  expect(await getHoldings.raw(kite)).toMatchObject({ status: 200, data: [row] });
  expect(warnings).toEqual([]);
});

test("takes an older row, which lacks four fields and has null for the collateral", async () => {
  const { used_quantity, authorisation, short_quantity, mtf, ...older } = aaronWire;
  const { kite, warnings } = await servingData([{ ...older, collateral_type: null, authorised_date: null }]);
  const [holding] = await getHoldings(kite);
  expect(holding).toMatchObject({ tradingsymbol: "AARON", collateral_type: null, authorised_date: null });
  expect(holding).not.toHaveProperty("mtf");
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...aaronWire, quantity: "10" };
  const { kite, warnings } = await servingData([aaronWire, odd, odd, aaronWire]);
  const holdings = await getHoldings(kite);
  expect(holdings.map(({ quantity }) => quantity)).toEqual([1, "10", "10", 1]);
  expect(holdings[3]).toEqual(aaron);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toMatch(/^getHoldings: data\[1\]\.quantity: /);
});

test("names the field of an odd row where validation is strict", async () => {
  const { kite } = await servingData([{ ...aaronWire, quantity: "10" }], { validate: "strict" });
  await expect(getHoldings(kite)).rejects.toMatchObject({
    code: "SchemaMismatch",
    message: expect.stringMatching(/^getHoldings: data\[0\]\.quantity: /),
  });
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getHoldings(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(server.requests).toEqual([]);
});

test("a refused session is an error with the server's type, never an empty list", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Incorrect `api_key` or `access_token`.")]);
  const error = await getHoldings(kite).catch((caught: unknown) => caught);
  expect(isKiteError(error, "TokenException") && error.status).toBe(403);
});
