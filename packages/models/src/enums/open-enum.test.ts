import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { DematConsentSchema, dematConsents } from "./demat-consent.ts";
import { ExchangeSchema, exchanges } from "./exchange.ts";
import { OrderStatusSchema, orderStatuses } from "./order-status.ts";
import { OrderTypeSchema, orderTypes } from "./order-type.ts";
import { PositionTypeSchema, positionTypes } from "./position-type.ts";
import { ProductSchema, products } from "./product.ts";
import { TransactionTypeSchema, transactionTypes } from "./transaction-type.ts";
import { UserTypeSchema, userTypes } from "./user-type.ts";
import { ValiditySchema, validities } from "./validity.ts";
import { VarietySchema, varieties } from "./variety.ts";

const enums = [
  { name: "DematConsent", schema: DematConsentSchema, values: dematConsents },
  { name: "Exchange", schema: ExchangeSchema, values: exchanges },
  { name: "OrderStatus", schema: OrderStatusSchema, values: orderStatuses },
  { name: "OrderType", schema: OrderTypeSchema, values: orderTypes },
  { name: "PositionType", schema: PositionTypeSchema, values: positionTypes },
  { name: "Product", schema: ProductSchema, values: products },
  { name: "TransactionType", schema: TransactionTypeSchema, values: transactionTypes },
  { name: "UserType", schema: UserTypeSchema, values: userTypes },
  { name: "Validity", schema: ValiditySchema, values: validities },
  { name: "Variety", schema: VarietySchema, values: varieties },
];

test.each(enums)("$name lists each known value once and keeps it as it is", ({ schema, values }) => {
  expect(new Set(values).size).toBe(values.length);
  for (const value of values) expect(parse(schema, value)).toBe(value);
});

test.each(enums)("$name keeps a value the server adds later", ({ schema }) => {
  expect(parse(schema, "a value of tomorrow")).toBe("a value of tomorrow");
});

test.each(enums)("$name refuses what is not text", ({ schema }) => {
  for (const value of [null, undefined, 1, ["NSE"]]) expect(safeParse(schema, value).success).toBe(false);
});
