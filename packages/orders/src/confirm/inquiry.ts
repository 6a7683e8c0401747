import type { OrderIntent } from "../intents/intent.ts";
import { Alarm } from "../wait/alarm.ts";
import type { Book } from "../wait/book.ts";
import { orderFrom } from "../wait/book-row.ts";
import type { BookTools } from "../wait/book-tools.ts";
import type { OrderStream } from "../wait/order-stream.ts";
import type { ConfirmFacts } from "./confirm-result.ts";
import type { Tell } from "./confirm-stage.ts";
import { OrderTrail } from "./order-trail.ts";

/** A search for what became of one placement. */
export interface Inquiry {
  readonly tools: BookTools;
  readonly trail: OrderTrail;
  readonly facts: { -readonly [Name in keyof ConfirmFacts]: ConfirmFacts[Name] };
  readonly tell: Tell;
  /** To be rung for when an update has told something. */
  readonly alarm: Alarm;
  /** The book as last read. */
  book: Book | undefined;
  /** What the last look that failed has thrown. */
  lookFailure: unknown;
}

/** Notes the first sight of the order. */
export function noteSight({ trail, tell }: Inquiry, wasSeen: boolean, by: "book" | "update"): void {
  if (!wasSeen && trail.orders.length > 0) tell({ stage: "found", order_ids: trail.order_ids, by });
}

/** Begins the search for what becomes of the order of this intent. */
export const newInquiry = (tools: BookTools, intent: OrderIntent, tell: Tell): Inquiry => ({
  tools,
  trail: new OrderTrail(tools, intent),
  facts: { sentAt: undefined, doubt: undefined, looks: 0, failedLooks: 0, lastLookAt: undefined, updates: 0 },
  tell,
  alarm: new Alarm(),
  book: undefined,
  lookFailure: undefined,
});

/** Listens to order updates; the function it gives ends that. */
export function listen(inquiry: Inquiry, updates: OrderStream | undefined): () => void {
  const { trail, facts, alarm } = inquiry;
  const forget = updates?.on("order", ({ order }) => {
    const wasSeen = trail.orders.length > 0;
    if (!trail.learnNews(orderFrom(order))) return;
    facts.updates += 1;
    noteSight(inquiry, wasSeen, "update");
    alarm.ring();
  });
  return () => forget?.();
}
