import { type Charges, chargesOf, sumCharges } from "./charges.ts";
import { type Margin, marginOf, NO_MARGIN, totalOf } from "./margin.ts";
import type { CalculatedOrder } from "./margin-order.ts";
import { segmentOf } from "./usage.ts";

/** What the margin routes say about one order, or about several together. */
export interface MarginRow {
  /** Segment, or `""` for several orders together, like the names. */
  readonly type: string;
  readonly tradingsymbol: string;
  readonly exchange: string;
  readonly span: number;
  readonly exposure: number;
  readonly option_premium: number;
  readonly additional: number;
  readonly bo: number;
  readonly cash: number;
  readonly var: number;
  readonly pnl: { readonly realised: number; readonly unrealised: number };
  readonly leverage: number;
  readonly charges: Charges;
  readonly total: number;
}

export type CompactRow = Pick<MarginRow, "type" | "tradingsymbol" | "exchange" | "total">;

export function marginRow(order: CalculatedOrder): MarginRow {
  const { instrument } = order;
  const names = {
    type: segmentOf(instrument),
    tradingsymbol: instrument.tradingsymbol,
    exchange: instrument.exchange,
  };
  return row(names, marginOf(order), chargesOf(order, 0.01));
}

/** The row of several orders: no names, and the charges of all. */
export function togetherRow(margin: Margin, rows: readonly MarginRow[]): MarginRow {
  return row({ type: "", tradingsymbol: "", exchange: "" }, margin, sumCharges(rows.map(({ charges }) => charges)));
}

/** Adds up, without any benefit for what hedges. */
export function sumMargins(margins: readonly Margin[]): Margin {
  return margins.reduce(
    (sum, { span, exposure, option_premium, var: risk }) => ({
      span: sum.span + span,
      exposure: sum.exposure + exposure,
      option_premium: sum.option_premium + option_premium,
      var: sum.var + risk,
      leverage: 1,
    }),
    NO_MARGIN,
  );
}

export const compact = ({ type, tradingsymbol, exchange, total }: MarginRow): CompactRow => ({
  type,
  tradingsymbol,
  exchange,
  total,
});

function row(
  names: Pick<MarginRow, "type" | "tradingsymbol" | "exchange">,
  margin: Margin,
  charges: Charges,
): MarginRow {
  const { span, exposure, option_premium, leverage } = margin;
  return {
    ...names,
    span,
    exposure,
    option_premium,
    additional: 0,
    bo: 0,
    cash: 0,
    var: margin.var,
    pnl: { realised: 0, unrealised: 0 },
    leverage,
    charges,
    total: totalOf(margin),
  };
}
