import { asSentence } from "../../form/refusal.ts";
import { wordsFor } from "../../states/problem.tsx";
import { stageLines } from "../pad/stage-words.ts";
import type { Recovered } from "./recovery.ts";

/** What there is to say of an order whose page is gone. */
export interface RecoveryWords {
  readonly tone: "moving" | "taken" | "refused" | "doubt";
  readonly title: string;
  /** What else is known, and what to do. */
  readonly text: string;
}

/** Puts into words what became of an order whose page is gone. */
export function recoveryWords({ intent, steps, result, error }: Recovered): RecoveryWords {
  if (error) {
    const { message, advice } = wordsFor(error);
    return { tone: "doubt", title: "An order could not be looked for", text: `${message} ${advice}` };
  }
  switch (result?.outcome) {
    case undefined:
      return {
        tone: "moving",
        title: "Looking for an order whose page was closed",
        text: stageLines(steps).at(-1)?.text ?? "It is not sent again.",
      };
    case "placed":
      return {
        tone: "taken",
        title: "An order whose page was closed is placed",
        text: `It is in the book as ${result.order_ids.join(", ")}.`,
      };
    case "rejected":
      return {
        tone: "refused",
        title: "An order whose page was closed was rejected",
        text: `Nothing was bought or sold. ${asSentence(result.reason)}`,
      };
    case "unknown":
      return {
        tone: "doubt",
        title: "It is not known whether an order was placed",
        text: `Its page was closed before the answer came, and no order with the tag ${intent.id} is in the book. ${looks(result.facts.failedLooks)}Look at the order book and your positions before you place it again.`,
      };
  }
}

const looks = (failed: number): string => (failed > 0 ? "The book could not always be read. " : "");
