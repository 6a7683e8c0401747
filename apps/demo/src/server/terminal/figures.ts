import { directionOf, formatAmount, formatChange, formatPercent, formatQuantity } from "../../shared/rupees.ts";
import type { Paint } from "./paint.ts";
import type { Cell } from "./table.ts";

/** An arrow, the sign and the amount, in the colour of its direction: `▲ +₹1,200.00`. */
export function changeCell(rupees: number, { gain, loss, faint }: Paint): Cell {
  const direction = directionOf(rupees);
  const text = `${{ up: "▲", down: "▼", flat: "■" }[direction]} ${formatChange(rupees)}`;
  return { text, paint: { up: gain, down: loss, flat: faint }[direction] };
}

export function percentCell(percent: number, { gain, loss, faint }: Paint): Cell {
  const paint = { up: gain, down: loss, flat: faint }[directionOf(percent)];
  return { text: formatPercent(percent).replace("\u00a0", ""), paint };
}

export const amountCell = (rupees: number): Cell => ({ text: formatAmount(rupees) });
export const quantityCell = (count: number): Cell => ({ text: formatQuantity(count) });
export const textCell = (text: string): Cell => ({ text });

/** The text of a cell in its colour, for use in a sentence. */
export const painted = ({ text, paint }: Cell): string => paint?.(text) ?? text;
