import { type BookRow, tagsOf } from "./book-row.ts";

/** The order book at one moment, the rows as sent. Sorted once for all who share the read: there can be 5,000 rows. */
export class Book {
  readonly rows: readonly BookRow[];
  readonly #byId = new Map<unknown, BookRow[]>();
  readonly #byTag = new Map<unknown, BookRow[]>();

  constructor(rows: readonly BookRow[]) {
    this.rows = rows;
    for (const row of rows) {
      add(this.#byId, row.order_id, row);
      for (const tag of tagsOf(row)) add(this.#byTag, tag, row);
    }
  }

  withId(order_id: string): readonly BookRow[] {
    return this.#byId.get(order_id) ?? [];
  }

  /** Gives the rows that have a tag, the user's or the system's. */
  tagged(tag: string): readonly BookRow[] {
    return this.#byTag.get(tag) ?? [];
  }
}

function add(map: Map<unknown, BookRow[]>, key: unknown, row: BookRow): void {
  const rows = map.get(key);
  if (!rows) map.set(key, [row]);
  else if (rows.at(-1) !== row) rows.push(row);
}
