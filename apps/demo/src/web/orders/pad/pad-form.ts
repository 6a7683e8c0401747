import type { PlaceOrderParams } from "@kite/orders";
import { readNumber, readWhole } from "../../form/number-text.ts";
import type { InstrumentRow } from "../../market/instrument-row.ts";

/** What the person has entered; numbers as text. */
export interface PadForm {
  readonly transaction_type: "BUY" | "SELL";
  readonly variety: "regular" | "amo" | "iceberg";
  readonly product: string;
  readonly order_type: "MARKET" | "LIMIT" | "SL" | "SL-M";
  readonly quantity: string;
  readonly price: string;
  readonly trigger_price: string;
  /** Empty: the exchange's own choice. */
  readonly market_protection: string;
  readonly validity: "DAY" | "IOC" | "TTL";
  readonly validity_ttl: string;
  readonly iceberg_legs: string;
  /** Empty: the page makes one up, to find the order again. */
  readonly tag: string;
}

export type PadField = keyof PadForm;

export const emptyForm: PadForm = {
  transaction_type: "BUY",
  variety: "regular",
  product: "CNC",
  order_type: "LIMIT",
  quantity: "",
  price: "",
  trigger_price: "",
  market_protection: "",
  validity: "DAY",
  validity_ttl: "",
  iceberg_legs: "",
  tag: "",
};

/** What can be chosen in a form as it is. */
export interface Choices {
  readonly products: readonly string[];
  readonly orderTypes: readonly PadForm["order_type"][];
  readonly validities: readonly PadForm["validity"][];
}

/**
 * Tells what can be chosen: not every product is for every exchange, and not every type for every variety.
 *
 * @param products - Those the account may use; undefined while it is not known.
 */
export function choicesOf(
  { variety }: Pick<PadForm, "variety">,
  instrument: Pick<InstrumentRow, "exchange"> | undefined,
  products: readonly string[] | undefined,
): Choices {
  const { exchange = "NSE" } = instrument ?? {};
  const possible = exchange === "NSE" || exchange === "BSE" ? ["CNC", "MIS", "MTF"] : ["NRML", "MIS"];
  const isIceberg = variety === "iceberg";
  return {
    products: possible.filter((product) => products?.includes(product) ?? true),
    orderTypes: isIceberg ? ["LIMIT", "SL"] : ["MARKET", "LIMIT", "SL", "SL-M"],
    validities:
      variety === "amo"
        ? ["DAY"]
        : isIceberg
          ? ["DAY", "TTL"]
          : exchange === "MCX"
            ? ["DAY", "TTL"]
            : ["DAY", "IOC", "TTL"],
  };
}

/** Changes choices that are not there any more to the first one that is. */
export function fitForm(form: PadForm, { products, orderTypes, validities }: Choices): PadForm {
  const among = <T>(value: T, all: readonly T[]): T => (all.includes(value) ? value : (all[0] ?? value));
  return {
    ...form,
    product: among(form.product, products),
    order_type: among(form.order_type, orderTypes),
    validity: among(form.validity, validities),
  };
}

/** The numbers that this order needs, in the order they are asked for. */
export function numbersOf({ order_type, variety, validity }: PadForm): readonly PadField[] {
  return [
    "quantity",
    ...(hasPrice(order_type) ? (["price"] as const) : []),
    ...(order_type === "SL" || order_type === "SL-M" ? (["trigger_price"] as const) : []),
    ...(hasPrice(order_type) ? [] : (["market_protection"] as const)),
    ...(validity === "TTL" ? (["validity_ttl"] as const) : []),
    ...(variety === "iceberg" ? (["iceberg_legs"] as const) : []),
  ];
}

const hasPrice = (order_type: string): boolean => order_type === "LIMIT" || order_type === "SL";

const wholeNumbers: readonly PadField[] = ["quantity", "validity_ttl", "iceberg_legs"];

/** Says which texts are no numbers, before anything is made of them. */
export function unreadable(form: PadForm): Partial<Record<PadField, string>> {
  const errors: { [Field in PadField]?: string } = {};
  for (const field of numbersOf(form)) {
    const text = form[field];
    if (field === "market_protection" && text.trim() === "") continue;
    const isWhole = wholeNumbers.includes(field);
    if ((isWhole ? readWhole(text) : readNumber(text)) === undefined) {
      errors[field] =
        text.trim() === ""
          ? (missing[field] ?? "Enter a number.")
          : isWhole
            ? "Enter a whole number."
            : "Enter a number.";
    }
  }
  return errors;
}

const missing: Partial<Record<PadField, string>> = {
  quantity: "Enter a quantity.",
  price: "Enter a price.",
  trigger_price: "Enter a trigger price.",
  validity_ttl: "Enter the minutes.",
  iceberg_legs: "Enter the number of legs.",
};

/** Makes the order of a form, for the SDK to check and to send. Only for one without unreadable numbers. */
export function orderOf(form: PadForm, instrument: InstrumentRow): PlaceOrderParams {
  const { transaction_type, variety, product, order_type, validity } = form;
  const quantity = readWhole(form.quantity) ?? 0;
  const asked = numbersOf(form);
  const numberIn = (field: PadField) => (asked.includes(field) ? { [field]: readNumber(form[field]) } : {});
  const order: { readonly [Field in keyof PlaceOrderParams]: unknown } = {
    variety,
    exchange: instrument.exchange,
    tradingsymbol: instrument.tradingsymbol,
    transaction_type,
    quantity,
    product,
    order_type,
    validity,
    ...numberIn("price"),
    ...numberIn("trigger_price"),
    ...numberIn("validity_ttl"),
    ...(asked.includes("market_protection") && { market_protection: readNumber(form.market_protection) ?? -1 }),
    ...(variety === "iceberg" && icebergOf(form, quantity, instrument.lot_size)),
    ...(form.tag && { tag: form.tag }),
  };
  // which kind of order it is, is known at run time alone; the SDK checks that it is one
  return order as PlaceOrderParams;
}

/** Shares a quantity out among legs of whole lots; the last one may be smaller. */
function icebergOf(form: PadForm, quantity: number, lot_size: number) {
  const iceberg_legs = readWhole(form.iceberg_legs) ?? 0;
  const lot = Math.max(1, lot_size);
  const iceberg_quantity = iceberg_legs > 0 ? Math.ceil(quantity / iceberg_legs / lot) * lot : 0;
  return { iceberg_legs, iceberg_quantity };
}
