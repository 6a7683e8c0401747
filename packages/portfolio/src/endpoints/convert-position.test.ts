import { cache, retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { type ConvertPositionParams, convertPosition } from "./convert-position.ts";
import { getPositions } from "./get-positions.ts";

const params: ConvertPositionParams = {
  exchange: "NSE",
  tradingsymbol: "M&M",
  transaction_type: "BUY",
  position_type: "day",
  quantity: 10,
  old_product: "MIS",
  new_product: "CNC",
};

test("sends every field once, encoded", async () => {
  const { kite, server } = await servingData(true);
  await convertPosition(kite, params);
  expect(server.requests).toMatchObject([
    {
      method: "PUT",
      path: "/portfolio/positions",
      query: [],
      body:
        "exchange=NSE&tradingsymbol=M%26M&transaction_type=BUY&position_type=day&quantity=10" +
        "&old_product=MIS&new_product=CNC",
    },
  ]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
});

test("gives true, typed and raw", async () => {
  const { kite, warnings } = await servingData(true);
  expect(await convertPosition(kite, params)).toBe(true);
  expect(await convertPosition.raw(kite, params)).toMatchObject({ status: 200, data: true });
  expect(warnings).toEqual([]);
});

test("hands on another answer than true or false, and reports it", async () => {
  const { kite, warnings } = await servingData({ converted: 10 });
  expect(await convertPosition(kite, params)).toEqual({ converted: 10 });
  expect(warnings).toEqual([expect.stringMatching(/^convertPosition: data: /)]);
});

test.each<[field: string, odd: object]>([
  ["quantity", { quantity: 0 }],
  ["quantity", { quantity: -10 }],
  ["quantity", { quantity: 1.5 }],
  ["quantity", { quantity: "10" }],
  ["quantity", { quantity: Number.NaN }],
  ["position_type", { position_type: "intraday" }],
  ["transaction_type", { transaction_type: "buy" }],
  ["tradingsymbol", { tradingsymbol: "" }],
  ["exchange", { exchange: undefined }],
  ["old_product", { old_product: "" }],
  ["new_product", { new_product: "MIS" }],
  ["new_product", { new_product: null }],
])("refuses %s, with nothing sent, in %j", async (field, odd) => {
  const { kite, server } = await servingData(true);
  await expect(convertPosition(kite, { ...params, ...odd } as ConvertPositionParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`convertPosition: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["a refused field", failing(400, "InputException", "Invalid `quantity`."), "rejected"],
  ["missing margin", failing(400, "MarginException", "Insufficient funds."), "rejected"],
  ["a server that is down", failing(503, "NetworkException", "Upstream is down"), "unknown"],
  ["a connection that broke", { fault: "drop" }, "unknown"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(convertPosition(kite, params)).rejects.toMatchObject({ endpoint: "convertPosition", outcome });
  expect(server.requests).toHaveLength(1);
});

test("a conversion makes kept positions and margins stale, and nothing else", async () => {
  const { kite, server } = await serving(
    [{ json: { status: "success", data: { net: [], day: [] } } }],
    cache({ ttl: 60_000 }),
  );
  const readAll = async () => {
    await getPositions(kite);
    await kite.send({ endpoint: "getMargins", method: "GET", path: "/user/margins" });
    await kite.send({ endpoint: "getProfile", method: "GET", path: "/user/profile" });
  };
  await readAll();
  await convertPosition.raw(kite, params);
  await readAll();
  expect(server.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /portfolio/positions",
    "GET /user/margins",
    "GET /user/profile",
    "PUT /portfolio/positions",
    "GET /portfolio/positions",
    "GET /user/margins",
  ]);
});
