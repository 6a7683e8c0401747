import type { Order, OrderStatus } from "@kite/models";
import type { OrderIntent } from "../intents/intent.ts";
import type { Book } from "../wait/book.ts";
import { type BookRow, readRow, tagsOf } from "../wait/book-row.ts";
import type { BookTools } from "../wait/book-tools.ts";

/** States in which the risk system and the exchange have not decided yet. */
const undecided: readonly OrderStatus[] = ["PUT ORDER REQ RECEIVED", "VALIDATION PENDING", "OPEN PENDING"];

/** What has been seen of one placement: usually one order, several where it was sliced. */
export class OrderTrail {
  readonly #tools: BookTools;
  readonly #tag: string;
  readonly #quantity: number;
  /** Ids that the answer named. */
  readonly #answered = new Set<string>();
  /** No answer has told how many orders there are. */
  #isOpenEnded = true;
  /** Tags by which slices know each other: `autoslice:<umbrella>`. */
  readonly #umbrellas = new Set<string>();
  readonly #orders = new Map<string, Order>();

  constructor(tools: BookTools, { id, params }: OrderIntent) {
    this.#tools = tools;
    this.#tag = id;
    this.#quantity = params.autoslice ? params.quantity : 0;
  }

  /**
   * Takes note of what the answer named. `umbrella` stands over slices, and need not be in the book. `isDoubtful` where there may be
   * more of them than it named.
   */
  answered(order_ids: readonly string[], umbrella: string | null, isDoubtful: boolean): void {
    this.#isOpenEnded = isDoubtful || order_ids.length === 0;
    for (const id of order_ids) this.#answered.add(id);
    if (umbrella) this.#umbrellas.add(`autoslice:${umbrella}`);
  }

  /** Learns from a read of the book. Of two equally far states the book's is right. */
  async learnBook(book: Book): Promise<void> {
    const rows = new Set([...book.tagged(this.#tag), ...[...this.#answered].flatMap((id) => book.withId(id))]);
    for (const row of rows) this.#noteUmbrellas(row);
    for (const umbrella of this.#umbrellas) for (const row of book.tagged(umbrella)) rows.add(row);
    for (const row of rows) {
      const order = await readRow(this.#tools, row);
      const known = this.#orders.get(order.order_id);
      this.#orders.set(order.order_id, known && this.#tools.compareProgress(known, order) > 0 ? known : order);
    }
  }

  /** Learns from an update. Tells whether it belongs here: by its id, by its tags, or as a slice beside one that does. */
  learnNews(order: Order): boolean {
    const row = order as object as BookRow;
    const tags = tagsOf(row);
    if (this.#answered.has(order.order_id) || tags.includes(this.#tag)) this.#noteUmbrellas(row);
    else if (!tags.some((tag) => this.#umbrellas.has(tag))) return false;
    const known = this.#orders.get(order.order_id);
    this.#orders.set(order.order_id, known ? this.#tools.mergeOrder(known, order) : order);
    return true;
  }

  /** The orders seen, those that stand by themselves before the legs that follow them. */
  get orders(): readonly Order[] {
    const all = [...this.#orders.values()];
    const isLeg = (order: Order) => Boolean(order.parent_order_id);
    return [...all.filter((order) => !isLeg(order)), ...all.filter(isLeg)];
  }

  /** Ids of every order that is known of, seen or answered. */
  get order_ids(): readonly string[] {
    return [...new Set([...this.orders.map(({ order_id }) => order_id), ...this.#answered])];
  }

  /** True while there may be orders that no answer has named and nothing has shown. */
  get isOpenEnded(): boolean {
    return this.#isOpenEnded;
  }

  /** True when everything the answer named was seen; without an answer for all of it, as many slices as make up the quantity. */
  get isWhole(): boolean {
    const { orders } = this;
    const areSeen = [...this.#answered].every((id) => this.#orders.has(id));
    if (!this.#isOpenEnded || !areSeen) return areSeen;
    return orders.length > 0 && orders.reduce((sum, { quantity }) => sum + quantity, 0) >= this.#quantity;
  }

  /** True when no further look can tell more about where it ended: in the book, or refused by the exchange. */
  get isSettled(): boolean {
    return this.isWhole && !this.orders.some(({ status }) => undecided.includes(status));
  }

  #noteUmbrellas(row: BookRow): void {
    for (const tag of tagsOf(row)) if (/^autoslice:./.test(tag)) this.#umbrellas.add(tag);
  }
}
