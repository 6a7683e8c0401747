import type { KiteError } from "@kite/core";
import type { Order, PlacedOrder } from "@kite/models";

/** What was done to find out about an order. */
export interface ConfirmFacts {
  /** When the request left this machine; undefined when it did not, or another process sent it. */
  readonly sentAt: Date | undefined;
  /** Why the answer left a doubt; undefined for a clear one. */
  readonly doubt: KiteError | undefined;
  /** Reads of the book that gave one. */
  readonly looks: number;
  readonly failedLooks: number;
  /** When the book was last read. */
  readonly lastLookAt: Date | undefined;
  /** Order updates that belonged to it. */
  readonly updates: number;
}

interface ResultBasics {
  /** The tag it was sent with. */
  readonly tag: string;
  readonly facts: ConfirmFacts;
}

/** The order is with the broker. It can be finished: filled, cancelled, lapsed. */
export interface ConfirmedPlaced extends ResultBasics {
  readonly outcome: "placed";
  /** Id of `order`. */
  readonly order_id: string;
  /** Ids of all that the placement became, those of slices that nothing has shown yet included. */
  readonly order_ids: readonly string[];
  /** As the book, or a later update, shows it. Undefined when the answer was clear and no look has shown the order yet. */
  readonly order: Order | undefined;
  /** All that was seen of it. More than one for slices, iceberg and cover orders; otherwise it was doubled on the way. */
  readonly orders: readonly Order[];
  /** What the server answered, slices that were refused included; undefined after a doubtful answer. */
  readonly answer: PlacedOrder | undefined;
  readonly error?: undefined;
}

/** There is no such order, or one that was refused after it was taken. */
export interface ConfirmedRejected extends ResultBasics {
  readonly outcome: "rejected";
  /** Why, for people. */
  readonly reason: string;
  /** Its `outcome` is `not-sent` when the order never left this machine. Its `code` is `OrderRejected` when the book shows the refusal. */
  readonly error: KiteError;
  /** The row of the book that shows it as REJECTED. */
  readonly order: Order | undefined;
}

/** Nobody can say. It may be live now, or show up later. */
export interface ConfirmedUnknown extends ResultBasics {
  readonly outcome: "unknown";
  readonly error: KiteError;
  /** Orders without any tag that are alike in all else, and slices that were refused. Nothing is concluded from them. */
  readonly lookalikes: readonly Order[];
}

/** Where a placement ended: exactly one of three. */
export type ConfirmResult = ConfirmedPlaced | ConfirmedRejected | ConfirmedUnknown;
