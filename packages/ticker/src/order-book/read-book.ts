import { type Order, OrderSchema } from "@kite/models";
import { getDotPath, safeParse } from "valibot";

export interface ReadBook {
  readonly orders: readonly Order[];
  /** What is not as documented, by field. */
  readonly problems: ReadonlyMap<string, string>;
}

/** Converts the rows of `GET /orders`. An odd field is handed on as it came; an odd row hides no other. */
export function readBook(rows: unknown): ReadBook {
  if (!Array.isArray(rows)) return { orders: [], problems: new Map([["", "no list"]]) };
  const problems = new Map<string, string>();
  const orders = rows.flatMap((row) => {
    const { output, issues = [] } = safeParse(OrderSchema, row);
    const odd = issues.map((issue) => getDotPath(issue) ?? "");
    for (const [index, { message }] of issues.entries()) problems.set(odd[index] as string, message);
    return essential.some((field) => odd.includes(field)) ? [] : [output as Order];
  });
  return { orders, problems };
}

/** The whole row, and the fields that tell which order it is and how far it has come. */
const essential = ["", "order_id", "status", "filled_quantity", "exchange_update_timestamp"];
