import { retry } from "@kite/core";
import { expect, test } from "vitest";
import type { MarginOrder } from "../params/margin-order.ts";
import { charges, compactMargin, limitOrder, margin } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { type BasketMarginsParams, getBasketMargins } from "./get-basket-margins.ts";

const nameless = { ...margin, type: "", tradingsymbol: "", exchange: "" };
const basket = { initial: nameless, final: { ...nameless, option_premium: -50.5 }, orders: [margin, margin], charges };
const orders: MarginOrder[] = [limitOrder, { ...limitOrder, transaction_type: "SELL" }];

test("sends the orders as a bare JSON array, and always says whether positions count", async () => {
  const { kite, server } = await serving([succeeding(basket)]);
  await getBasketMargins(kite, { orders });
  await getBasketMargins(kite, { orders, consider_positions: false });
  expect(server.requests).toMatchObject([
    { method: "POST", path: "/margins/basket", query: [["consider_positions", "true"]] },
    { method: "POST", path: "/margins/basket", query: [["consider_positions", "false"]] },
  ]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(server.requests[0]?.body ?? "")).toMatchObject([
    { transaction_type: "BUY", price: 1420.5, trigger_price: 0 },
    { transaction_type: "SELL", price: 1420.5, trigger_price: 0 },
  ]);
});

test("gives the basket; raw keeps everything", async () => {
  const { kite, warnings } = await serving([succeeding({ ...basket, more: 1 })]);
  expect(await getBasketMargins(kite, { orders })).toStrictEqual(basket);
  expect((await getBasketMargins.raw(kite, { orders })).data).toEqual({ ...basket, more: 1 });
  expect(warnings).toEqual([]);
});

test("asks for the totals alone in compact mode", async () => {
  const compact = { initial: compactMargin, final: compactMargin, orders: [compactMargin] };
  const { kite, server, warnings } = await serving([succeeding(compact)]);
  expect(await getBasketMargins(kite, { orders, mode: "compact" })).toStrictEqual(compact);
  expect(server.requests[0]?.query).toEqual([
    ["consider_positions", "true"],
    ["mode", "compact"],
  ]);
  expect(warnings).toEqual([]);
});

test.each<[place: string, odd: object]>([
  ["orders", { orders: [] }],
  ["orders[1].product", { orders: [limitOrder, { ...limitOrder, product: "" }] }],
  ["consider_positions", { consider_positions: "true" }],
  ["mode", { mode: "full" }],
])("refuses %s, with nothing sent", async (place, odd) => {
  const { kite, server } = await serving([succeeding(basket)]);
  const error = await caught(getBasketMargins(kite, { orders, ...odd } as BasketMarginsParams));
  expect(error.message.startsWith(`getBasketMargins: ${place}: `)).toBe(true);
  expect(server.requests).toEqual([]);
});

test("is asked again after a passing failure, because asking changes nothing", async () => {
  const { kite, server } = await serving(
    [failing(502, "DataException", "Unreadable"), succeeding(basket)],
    {},
    retry({ baseDelay: 1 }),
  );
  expect(await getBasketMargins(kite, { orders })).toEqual(basket);
  expect(server.requests).toHaveLength(2);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(400, "InputException", "Invalid `exchange`.")]);
  expect(await caught(getBasketMargins(kite, { orders }))).toMatchObject({ code: "InputException", status: 400 });
});
