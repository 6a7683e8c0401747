import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getHoldingsCompact } from "./get-holdings-compact.ts";

const row = { exchange: "NSE", tradingsymbol: "AARON", instrument_token: 263681, t1_quantity: 0, quantity: 1 };

test("asks for the compact list", async () => {
  const { kite, server } = await servingData([]);
  expect(await getHoldingsCompact(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/portfolio/holdings/compact", query: [], body: "" }]);
});

test("keeps the five fields; raw keeps everything", async () => {
  const data = [{ ...row, shiny_new_field: 1 }];
  const { kite, warnings } = await servingData(data);
  expect(await getHoldingsCompact(kite)).toStrictEqual([row]);
  expect((await getHoldingsCompact.raw(kite)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other, and a missing key is reported by its place", async () => {
  const { t1_quantity, ...odd } = row;
  const { kite, warnings } = await servingData([odd, row]);
  expect(await getHoldingsCompact(kite)).toEqual([odd, row]);
  expect(warnings).toEqual([expect.stringMatching(/^getHoldingsCompact: data\[0\]\.t1_quantity: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getHoldingsCompact(kite, { timeout: Number.NaN })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("a server that is down is an error worth another try", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "Upstream is down")]);
  await expect(getHoldingsCompact(kite)).rejects.toMatchObject({ code: "NetworkException", retryable: true });
});
