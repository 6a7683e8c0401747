import { expect, test } from "vitest";
import { holdingWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFHoldings } from "./get-mf-holdings.ts";

test("asks for the list, without parameters", async () => {
  const { kite, server } = await servingData([]);
  expect(await getMFHoldings(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/mf/holdings", query: [], body: "" }]);
});

test("keeps the documented fields, a missing day as it is; raw keeps everything as sent", async () => {
  const { pledged_quantity, ...unpledged } = holdingWire;
  const rows = [
    { ...holdingWire, shiny_new_field: 1 },
    { ...unpledged, folio: null },
  ];
  const { kite, warnings } = await servingData(rows);
  expect(await getMFHoldings(kite)).toStrictEqual([holdingWire, { ...unpledged, folio: null }]);
  expect((await getMFHoldings.raw(kite)).data).toEqual(rows);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...holdingWire, quantity: "382.488" };
  const { kite, warnings } = await servingData([odd, odd, holdingWire]);
  expect((await getMFHoldings(kite)).map(({ quantity }) => quantity)).toEqual(["382.488", "382.488", 382.488]);
  expect(warnings).toEqual([expect.stringMatching(/^getMFHoldings: data\[0\]\.quantity: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getMFHoldings(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("a missing permission is an error, never an empty list", async () => {
  const { kite } = await serving([failing(403, "PermissionException", "Insufficient permission for that call.")]);
  await expect(getMFHoldings(kite)).rejects.toMatchObject({ code: "PermissionException", retryable: false });
});
