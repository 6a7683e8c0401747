import { expect, test } from "vitest";
import { tradeWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFHolding } from "./get-mf-holding.ts";

test("asks for one fund, by its ISIN in the route", async () => {
  const { kite, server } = await servingData([]);
  expect(await getMFHolding(kite, "INF174K01LS2")).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/mf/holdings/INF174K01LS2", query: [], body: "" }]);
});

test("keeps the known fields; raw keeps everything as sent", async () => {
  const rows = [{ ...tradeWire, shiny_new_field: 1 }];
  const { kite, warnings } = await servingData(rows);
  expect(await getMFHolding(kite, "INF174K01LS2")).toStrictEqual([tradeWire]);
  expect((await getMFHolding.raw(kite, "INF174K01LS2")).data).toEqual(rows);
  expect(warnings).toEqual([]);
});

test.each(["", "..", 1])("refuses %j as an ISIN, with nothing sent", async (odd) => {
  const { kite, server } = await servingData([]);
  await expect(getMFHolding(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getMFHolding: isin: "),
  });
  expect(server.requests).toEqual([]);
});

test("an unknown fund is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Route not found")]);
  await expect(getMFHolding(kite, "X")).rejects.toMatchObject({ status: 404, endpoint: "getMFHolding" });
});
