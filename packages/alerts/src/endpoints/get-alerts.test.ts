import { expect, test } from "vitest";
import { atoWire, simple, simpleWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type GetAlertsParams, getAlerts } from "./get-alerts.ts";

test("asks for all alerts, or for a page of one status", async () => {
  const { kite, server } = await servingData([]);
  expect(await getAlerts(kite)).toEqual([]);
  await getAlerts(kite, {});
  await getAlerts(kite, { status: "deleted", page: 2, page_size: 50 });
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/alerts", query: [], body: "" },
    { query: [] },
    {
      query: [
        ["status", "deleted"],
        ["page", "2"],
        ["page_size", "50"],
      ],
    },
  ]);
});

test("keeps the documented fields, baskets too, times as Date; raw keeps everything as sent", async () => {
  const rows = [{ ...simpleWire, shiny_new_field: 1 }, atoWire];
  const { kite, warnings } = await servingData(rows);
  const [first, second] = await getAlerts(kite);
  expect(first).toStrictEqual(simple);
  expect(second?.basket).toEqual(atoWire.basket);
  expect((await getAlerts.raw(kite)).data).toEqual(rows);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...simpleWire, alert_count: null };
  const { kite, warnings } = await servingData([odd, odd, simpleWire]);
  expect((await getAlerts(kite)).map(({ alert_count }) => alert_count)).toEqual([null, null, 0]);
  expect(warnings).toEqual([expect.stringMatching(/^getAlerts: data\[0\]\.alert_count: /)]);
});

test.each<[field: string, params: object]>([
  ["status", { status: "" }],
  ["page", { page: 0 }],
  ["page_size", { page_size: 1.5 }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await servingData([]);
  await expect(getAlerts(kite, params as GetAlertsParams)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining(`getAlerts: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test("too many requests is an error, never an empty list", async () => {
  const { kite } = await serving([failing(429, "NetworkException", "Too many requests")]);
  await expect(getAlerts(kite)).rejects.toMatchObject({ code: "NetworkException", status: 429, retryable: true });
});
