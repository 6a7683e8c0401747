import type { ConfirmStage } from "@kite/orders";
import { failureOf } from "../../api/failure.ts";
import { besideField } from "../../form/refusal.ts";
import { indianTime } from "../../time.ts";

/** A line of what has happened to an order. */
export interface StageLine {
  readonly stage: ConfirmStage["stage"];
  readonly at: Date;
  readonly text: string;
}

/** Says in words what has happened to an order, in order. A stage that comes again, as each look at the book, takes the place of its line. */
export function stageLines(steps: readonly ConfirmStage[]): StageLine[] {
  const lines = new Map<ConfirmStage["stage"], StageLine>();
  for (const step of steps) {
    const isLast = step === steps.at(-1);
    lines.set(step.stage, { stage: step.stage, at: step.at, text: wordsOf(step, isLast) });
  }
  return [...lines.values()];
}

function wordsOf(step: ConfirmStage, isLast: boolean): string {
  switch (step.stage) {
    case "intent-logged":
      return `Written down, with the tag ${step.tag}`;
    case "queued":
      return isLast ? "Waits for its turn" : "Waited for its turn";
    case "sent":
      return "Sent";
    case "answered":
      return step.order_ids.length > 0 ? `Answered: ${idWords(step.order_ids)}` : "Answered";
    case "refused":
      return "Refused";
    case "doubtful":
      return `In doubt: ${reasonOf(step.error)}`;
    case "looking":
      return `Looking at the book, ${step.look} of ${step.of}${isLast ? nextWords(step.nextAt) : ""}`;
    case "look-failed":
      return `The book could not be read: ${reasonOf(step.error)}`;
    case "found":
      return `Found ${step.by === "book" ? "in the book" : "by an order update"}: ${idWords(step.order_ids)}`;
    case "intent-left-open":
      return "Its note could not be crossed out";
    case "done":
      return { placed: "Done: it is placed", rejected: "Done: it is not placed", unknown: "Done: nobody knows" }[
        step.outcome
      ];
  }
}

const reasonOf = (error: unknown): string => besideField(failureOf(error).message, "");

const nextWords = (nextAt: Date | undefined): string =>
  nextAt ? `; again at ${indianTime(nextAt)}` : ", for the last time";

const idWords = (ids: readonly string[]): string => `${ids.length > 1 ? "orders" : "order"} ${ids.join(", ")}`;
