import type { KiteClient } from "@kite/core";
import {
  type Charges,
  getContractNote,
  getOrderMargins,
  type MarginOrder,
  type OrderMargin,
  type PlaceOrderParams,
} from "@kite/orders";
import { KnownFailure } from "../../api/known-failure.ts";

/** What an order would need and cost, in rupees. */
export interface PreviewRows {
  readonly margin: MarginRow;
  readonly charges: ChargesRow;
}

interface MarginRow {
  /** The funds it is taken from. */
  readonly segment: "equity" | "commodity";
  readonly total: number;
  readonly parts: readonly Part[];
}

interface ChargesRow {
  readonly total: number;
  readonly parts: readonly Part[];
}

/** What an amount is made of; parts of 0 are left out. */
interface Part {
  readonly name: string;
  readonly amount: number;
}

/**
 * Asks what an order would need and cost. Nothing is placed or blocked.
 *
 * @param price - Rupees per unit that it will probably get.
 */
export async function readPreview(
  client: KiteClient,
  order: PlaceOrderParams,
  price: number,
  signal: AbortSignal,
): Promise<PreviewRows> {
  const [[margin], [note]] = await Promise.all([
    // what is placed will do; a type that knows each kind of order cannot be told so
    getOrderMargins(client, { orders: [order as MarginOrder] }, { signal }),
    getContractNote(client, [{ ...order, order_id: "preview", average_price: price }], { signal }),
  ]);
  if (!margin || !note) throw leftOut;
  return { margin: marginRow(margin), charges: chargesRow(note.charges) };
}

const leftOut = new KnownFailure({
  code: "IncompleteAnswer",
  message: "The exchange left out a row.",
  what_to_do: "Try again in a moment.",
});

function marginRow(margin: OrderMargin): MarginRow {
  const { type, total, span, exposure, option_premium, additional, cash, bo } = margin;
  return {
    segment: type === "commodity" ? "commodity" : "equity",
    total,
    parts: parts([
      ["SPAN", span],
      ["Exposure", exposure],
      ["Option premium", option_premium],
      ["Value at risk", margin.var],
      ["Additional", additional],
      ["Cash", cash],
      ["Bracket order", bo],
    ]),
  };
}

const taxNames: Readonly<Record<string, string>> = {
  stt: "Securities transaction tax",
  ctt: "Commodity transaction tax",
};

function chargesRow(charges: Charges): ChargesRow {
  return {
    total: charges.total,
    parts: parts([
      ["Brokerage", charges.brokerage],
      [taxNames[charges.transaction_tax_type] ?? "Transaction tax", charges.transaction_tax],
      ["Exchange", charges.exchange_turnover_charge],
      ["SEBI", charges.sebi_turnover_charge],
      ["Stamp duty", charges.stamp_duty],
      ["GST", charges.gst.total],
    ]),
  };
}

const parts = (all: readonly (readonly [name: string, amount: number])[]): readonly Part[] =>
  all.filter(([, amount]) => amount !== 0).map(([name, amount]) => ({ name, amount }));
