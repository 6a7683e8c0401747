import { expect, test } from "vitest";
import { order, orderWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type GetMFOrdersParams, getMFOrders } from "./get-mf-orders.ts";

test("asks for the last week, or for days", async () => {
  const { kite, server } = await servingData([]);
  expect(await getMFOrders(kite)).toEqual([]);
  await getMFOrders(kite, { from: "2021-06-01", to: "2021-06-30" });
  // Half past one in the night of the 2nd, in India.
  await getMFOrders(kite, { from: new Date("2021-06-01T20:00:00Z") });
  expect(server.requests).toMatchObject([
    { method: "GET", path: "/mf/orders", query: [], body: "" },
    {
      query: [
        ["from", "2021-06-01"],
        ["to", "2021-06-30"],
      ],
    },
    { query: [["from", "2021-06-02"]] },
  ]);
});

test("keeps the documented fields, its time as Date, its days as text; raw keeps everything as sent", async () => {
  const row = { ...orderWire, shiny_new_field: 1 };
  const { kite, warnings } = await servingData([row]);
  expect(await getMFOrders(kite)).toStrictEqual([order]);
  expect((await getMFOrders.raw(kite)).data).toEqual([row]);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...orderWire, amount: "10000" };
  const { kite, warnings } = await servingData([odd, odd, orderWire]);
  expect((await getMFOrders(kite)).map(({ amount }) => amount)).toEqual(["10000", "10000", 10000]);
  expect(warnings).toEqual([expect.stringMatching(/^getMFOrders: data\[0\]\.amount: /)]);
});

test.each<[field: string, params: object]>([
  ["from", { from: "01-06-2021" }],
  ["from", { from: "2021-06-31" }],
  ["from", { from: 20210601 }],
  ["from", { from: "2021-06-02", to: "2021-06-01" }],
  ["to", { to: new Date(Number.NaN) }],
  ["to", { to: "" }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await servingData([]);
  await expect(getMFOrders(kite, params as GetMFOrdersParams)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining(`getMFOrders: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test("a refused session is an error, never an empty list", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Incorrect `api_key` or `access_token`.")]);
  await expect(getMFOrders(kite)).rejects.toMatchObject({ code: "TokenException", status: 403 });
});
