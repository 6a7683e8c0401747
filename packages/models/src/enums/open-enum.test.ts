import { parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { AlertAttributeSchema, alertAttributes } from "./alert-attribute.ts";
import { AlertOperatorSchema, alertOperators } from "./alert-operator.ts";
import { AlertRhsTypeSchema, alertRhsTypes } from "./alert-rhs-type.ts";
import { AlertStatusSchema, alertStatuses } from "./alert-status.ts";
import { AlertTypeSchema, alertTypes } from "./alert-type.ts";
import { DematConsentSchema, dematConsents } from "./demat-consent.ts";
import { ExchangeSchema, exchanges } from "./exchange.ts";
import { GTTOrderStatusSchema, gttOrderStatuses } from "./gtt-order-status.ts";
import { GTTStatusSchema, gttStatuses } from "./gtt-status.ts";
import { GTTTypeSchema, gttTypes } from "./gtt-type.ts";
import { InstrumentTypeSchema, instrumentTypes } from "./instrument-type.ts";
import { MFDividendTypeSchema, mfDividendTypes } from "./mf-dividend-type.ts";
import { MFOrderStatusSchema, mfOrderStatuses } from "./mf-order-status.ts";
import { MFPlanSchema, mfPlans } from "./mf-plan.ts";
import { MFPurchaseTypeSchema, mfPurchaseTypes } from "./mf-purchase-type.ts";
import { MFSchemeTypeSchema, mfSchemeTypes } from "./mf-scheme-type.ts";
import { MFSettlementTypeSchema, mfSettlementTypes } from "./mf-settlement-type.ts";
import { MFSIPFrequencySchema, mfSIPFrequencies } from "./mf-sip-frequency.ts";
import { MFSIPStatusSchema, mfSIPStatuses } from "./mf-sip-status.ts";
import { MFSIPTypeSchema, mfSIPTypes } from "./mf-sip-type.ts";
import { MFVarietySchema, mfVarieties } from "./mf-variety.ts";
import { OrderStatusSchema, orderStatuses } from "./order-status.ts";
import { OrderTypeSchema, orderTypes } from "./order-type.ts";
import { PositionTypeSchema, positionTypes } from "./position-type.ts";
import { ProductSchema, products } from "./product.ts";
import { SegmentSchema, segments } from "./segment.ts";
import { TransactionTaxTypeSchema, transactionTaxTypes } from "./transaction-tax-type.ts";
import { TransactionTypeSchema, transactionTypes } from "./transaction-type.ts";
import { UserTypeSchema, userTypes } from "./user-type.ts";
import { ValiditySchema, validities } from "./validity.ts";
import { VarietySchema, varieties } from "./variety.ts";

const enums = [
  { name: "DematConsent", schema: DematConsentSchema, values: dematConsents },
  { name: "Exchange", schema: ExchangeSchema, values: exchanges },
  { name: "InstrumentType", schema: InstrumentTypeSchema, values: instrumentTypes },
  { name: "OrderStatus", schema: OrderStatusSchema, values: orderStatuses },
  { name: "OrderType", schema: OrderTypeSchema, values: orderTypes },
  { name: "PositionType", schema: PositionTypeSchema, values: positionTypes },
  { name: "Product", schema: ProductSchema, values: products },
  { name: "Segment", schema: SegmentSchema, values: segments },
  { name: "TransactionTaxType", schema: TransactionTaxTypeSchema, values: transactionTaxTypes },
  { name: "TransactionType", schema: TransactionTypeSchema, values: transactionTypes },
  { name: "UserType", schema: UserTypeSchema, values: userTypes },
  { name: "Validity", schema: ValiditySchema, values: validities },
  { name: "Variety", schema: VarietySchema, values: varieties },
  { name: "AlertAttribute", schema: AlertAttributeSchema, values: alertAttributes },
  { name: "AlertOperator", schema: AlertOperatorSchema, values: alertOperators },
  { name: "AlertRhsType", schema: AlertRhsTypeSchema, values: alertRhsTypes },
  { name: "AlertStatus", schema: AlertStatusSchema, values: alertStatuses },
  { name: "AlertType", schema: AlertTypeSchema, values: alertTypes },
  { name: "GTTOrderStatus", schema: GTTOrderStatusSchema, values: gttOrderStatuses },
  { name: "GTTStatus", schema: GTTStatusSchema, values: gttStatuses },
  { name: "GTTType", schema: GTTTypeSchema, values: gttTypes },
  { name: "MFDividendType", schema: MFDividendTypeSchema, values: mfDividendTypes },
  { name: "MFOrderStatus", schema: MFOrderStatusSchema, values: mfOrderStatuses },
  { name: "MFPlan", schema: MFPlanSchema, values: mfPlans },
  { name: "MFPurchaseType", schema: MFPurchaseTypeSchema, values: mfPurchaseTypes },
  { name: "MFSchemeType", schema: MFSchemeTypeSchema, values: mfSchemeTypes },
  { name: "MFSettlementType", schema: MFSettlementTypeSchema, values: mfSettlementTypes },
  { name: "MFSIPFrequency", schema: MFSIPFrequencySchema, values: mfSIPFrequencies },
  { name: "MFSIPStatus", schema: MFSIPStatusSchema, values: mfSIPStatuses },
  { name: "MFSIPType", schema: MFSIPTypeSchema, values: mfSIPTypes },
  { name: "MFVariety", schema: MFVarietySchema, values: mfVarieties },
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
