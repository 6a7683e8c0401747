import type { SortValue } from "../table/sort.ts";
import type { HoldingRow } from "./holding-row.ts";

export type HoldingColumn = "symbol" | "units" | "average" | "last" | "invested" | "value" | "today" | "pnl";

interface ColumnFacts {
  readonly column: HoldingColumn;
  readonly name: string;
  /** Class of its cells; says how narrow the table may be before the column gives way. */
  readonly className: string;
  readonly sortBy: (row: HoldingRow) => SortValue;
}

/** Columns of the holdings table, from left to right. */
export const holdingColumns: readonly ColumnFacts[] = [
  { column: "symbol", name: "Instrument", className: "instrument", sortBy: (row) => row.tradingsymbol },
  { column: "units", name: "Units", className: "number from-medium", sortBy: (row) => row.units },
  { column: "average", name: "Avg. cost", className: "number from-medium", sortBy: (row) => row.average_price },
  { column: "last", name: "LTP", className: "number from-medium", sortBy: (row) => row.last_price },
  { column: "invested", name: "Invested", className: "number from-wide", sortBy: (row) => row.invested_amount },
  { column: "value", name: "Value", className: "number", sortBy: (row) => row.current_value },
  { column: "today", name: "Today", className: "number from-small", sortBy: (row) => row.today_pnl },
  { column: "pnl", name: "P&L", className: "number", sortBy: (row) => row.total_pnl },
];
