import { isKiteError } from "@kite/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { placeOrder } from "../endpoints/place-order.ts";
import { orderForm } from "../params/order-form.ts";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { formOf, serving, succeeding } from "../testing/serving.ts";
import { orderBuilder } from "./order-builder.ts";

const bought = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 10 };
const buy = () => orderBuilder().buy("NSE", "INFY", 10);
const protection = { market_protection: -1 };

test.each<[what: string, built: PlaceOrderParams, written: object]>([
  [
    "a limit order",
    buy().product("CNC").limit(1420.5).build(),
    { ...bought, product: "CNC", variety: "regular", order_type: "LIMIT", price: 1420.5 },
  ],
  [
    "a market order with every detail",
    buy().product("MIS").market(protection).tag("a1").disclose(2).autoslice().algo("x").ioc().build(),
    {
      ...{ ...bought, product: "MIS", variety: "regular", order_type: "MARKET", market_protection: -1, tag: "a1" },
      ...{ disclosed_quantity: 2, autoslice: true, algo_id: "x", validity: "IOC" },
    },
  ],
  [
    "a stop with a limit, after hours",
    buy().product("CNC").stopLimit({ trigger_price: 1419, price: 1420 }).amo().build(),
    { ...bought, product: "CNC", variety: "amo", order_type: "SL", trigger_price: 1419, price: 1420 },
  ],
  [
    "a protected stop for some minutes",
    buy().product("CNC").stopMarket({ trigger_price: 1419, market_protection: 2 }).ttl(5).build(),
    {
      ...{ ...bought, product: "CNC", variety: "regular", order_type: "SL-M", trigger_price: 1419 },
      ...{ market_protection: 2, validity: "TTL", validity_ttl: 5 },
    },
  ],
  [
    "an iceberg",
    buy().product("CNC").limit(1420).iceberg({ iceberg_legs: 2, iceberg_quantity: 5 }).build(),
    {
      ...{ ...bought, product: "CNC", variety: "iceberg", order_type: "LIMIT", price: 1420 },
      ...{ iceberg_legs: 2, iceberg_quantity: 5 },
    },
  ],
  [
    "a cover order",
    buy().product("MIS").market(protection).cover({ trigger_price: 1400 }).build(),
    { ...bought, product: "MIS", variety: "co", order_type: "MARKET", market_protection: -1, trigger_price: 1400 },
  ],
  [
    "a sale in an auction",
    orderBuilder().sell("NSE", "INFY", 10).product("CNC").limit(1420).auction("22").build(),
    {
      ...{ ...bought, transaction_type: "SELL", product: "CNC", variety: "auction", order_type: "LIMIT" },
      ...{ price: 1420, auction_number: "22" },
    },
  ],
])("builds %s with exactly its own fields", (_, built, written) => {
  expect(built).toStrictEqual(written);
});

test("what it builds is taken by placeOrder", async () => {
  const { kite, server } = await serving([succeeding({ order_id: "1" })]);
  await placeOrder(
    kite,
    buy()
      .product("CNC")
      .limit(0.1 + 0.2)
      .build(),
  );
  expect(server.requests[0]?.path).toBe("/orders/regular");
  expect(formOf(server.requests[0])).toMatchObject({ price: "0.3", quantity: "10" });
});

test("a step leaves the one before it as it was", () => {
  const start = buy().product("CNC").limit(1420);
  const tagged = start.tag("one");
  expect(start.tag("two").build().tag).toBe("two");
  expect(tagged.build().tag).toBe("one");
  expect(start.build()).not.toHaveProperty("tag");
  expect(start.build()).not.toBe(start.build());
});

test("refuses at its end what cannot be right, with the field's name", () => {
  const refused = (build: () => unknown) => {
    try {
      build();
    } catch (error) {
      if (isKiteError(error, "InvalidInput")) return `${error.outcome} ${error.message}`;
    }
    return "taken";
  };
  const limit = buy().product("CNC").limit(1420);
  expect(refused(() => limit.tag("my tag").build())).toMatch(/^not-sent orderBuilder: tag: /);
  expect(refused(() => buy().product("CNC").limit(0).build())).toMatch(/orderBuilder: price: /);
  expect(refused(() => buy().product("CNC").market({ market_protection: 0 }).build())).toMatch(/: market_protection: /);
  const untyped = orderBuilder() as unknown as { build(): unknown };
  expect(refused(() => untyped.build())).toMatch(/: variety: /);
});

const side = fc.constantFrom("BUY", "SELL");
const products = fc.constantFrom("CNC", "MIS", "NRML", "MTF");
const price = fc.integer({ min: 1, max: 100_000 }).map((paise) => paise / 100);
const amount = fc.integer({ min: 1, max: 5_000 });
const details = fc.record(
  {
    tag: fc.stringMatching(/^[A-Za-z0-9]{1,20}$/),
    autoslice: fc.constant(true),
    disclosed_quantity: amount,
    validity_ttl: fc.integer({ min: 1, max: 60 }),
  },
  { requiredKeys: [] },
);

test("equals the params written by hand, whatever is chosen and in whatever order", () => {
  const type = fc.constantFrom("MARKET", "LIMIT", "SL", "SL-M");
  fc.assert(
    fc.property(side, products, amount, type, price, price, details, fc.boolean(), (...chosen) => {
      const [transaction_type, product, quantity, order_type, one, other, detail, validityFirst] = chosen;
      const { validity_ttl, ...marks } = detail;
      const prices = {
        MARKET: { market_protection: -1 },
        LIMIT: { price: one },
        SL: { price: one, trigger_price: other },
        "SL-M": { trigger_price: other, market_protection: 2.5 },
      };
      const written = {
        ...{ variety: "regular", exchange: "NFO", tradingsymbol: "NIFTY26DECFUT", transaction_type, quantity, product },
        ...{ order_type, ...prices[order_type], ...marks },
        ...(validity_ttl && { validity: "TTL", validity_ttl }),
      } as PlaceOrderParams;

      const start = orderBuilder();
      const sided =
        transaction_type === "BUY"
          ? start.buy("NFO", "NIFTY26DECFUT", quantity)
          : start.sell("NFO", "NIFTY26DECFUT", quantity);
      const priced = sided.product(product);
      // Steps depend on what was chosen before, which types cannot follow in a loop over random choices.
      type Loose = { [method: string]: (...args: unknown[]) => Loose };
      let step = {
        MARKET: () => priced.market(prices.MARKET),
        LIMIT: () => priced.limit(one),
        SL: () => priced.stopLimit(prices.SL),
        "SL-M": () => priced.stopMarket(prices["SL-M"]),
      }[order_type]() as unknown as Loose;
      const ttl = () => {
        if (validity_ttl) step = step.ttl?.(validity_ttl) ?? step;
      };
      if (validityFirst) ttl();
      if (marks.tag) step = step.tag?.(marks.tag) ?? step;
      if (marks.disclosed_quantity) step = step.disclose?.(marks.disclosed_quantity) ?? step;
      if (marks.autoslice) step = step.autoslice?.() ?? step;
      if (!validityFirst) ttl();
      const built = step.build?.() as unknown as PlaceOrderParams;
      expect(built).toStrictEqual(written);
      expect(orderForm(built)).toEqual(orderForm(written));
    }),
  );
});
