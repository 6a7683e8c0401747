import { formatQuantity } from "../../shared/rupees.ts";
import type { HoldingRow } from "./holding-row.ts";

export interface Badge {
  readonly text: string;
  /** The same in a sentence. */
  readonly meaning: string;
}

/** What is special about a holding. */
export function badgesOf(row: HoldingRow): Badge[] {
  const { t1_quantity, pledged_quantity, mtf_quantity, discrepancy } = row;
  const counted = (count: number, name: string, meaning: string): Badge[] =>
    count === 0 ? [] : [{ text: `${name} ${formatQuantity(count)}`, meaning: `${formatQuantity(count)} ${meaning}` }];
  return [
    ...counted(t1_quantity, "T1", "bought on the last trading day and not delivered yet"),
    ...counted(pledged_quantity, "Pledged", "pledged as collateral"),
    ...counted(mtf_quantity, "MTF", "bought with margin funding, on top of the units shown"),
    ...(discrepancy ? [{ text: "Cost?", meaning: "The broker is unsure of the average cost" }] : []),
  ];
}
