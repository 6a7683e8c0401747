import { isAmount } from "./rows.ts";

/** Tells whether there is a previous close to compare with; the server writes 0 for none, as for a new listing. */
export const hasClose = ({ close_price }: { readonly close_price: number }): boolean =>
  isAmount(close_price) && close_price > 0;
