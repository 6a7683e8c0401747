import type { Charges, OrderMargin } from "@kite/orders";
import type { ChargesRow, MarginRow } from "../../shared/orders-api.ts";

/** Puts what an order needs into the page's words. */
export function marginRow(margin: OrderMargin): MarginRow {
  const { type, total, leverage, span, exposure, option_premium, additional, cash, bo } = margin;
  return {
    segment: type === "commodity" ? "commodity" : "equity",
    total,
    leverage,
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

/** Puts what an order costs into the page's words. */
export function chargesRow(charges: Charges): ChargesRow {
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

const parts = (all: readonly (readonly [name: string, amount: number])[]): MarginRow["parts"] =>
  all.filter(([, amount]) => amount !== 0).map(([name, amount]) => ({ name, amount }));
