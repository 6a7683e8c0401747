import { type CallOptions, invalidInput } from "@kite/core";
import type { IntentLog } from "../intents/intent.ts";
import type { OrderStream } from "../wait/order-stream.ts";
import type { ConfirmStage } from "./confirm-stage.ts";

/** How an order is looked for. */
export interface LookOptions extends Pick<CallOptions, "signal"> {
  /** The account's order updates: a ticker. What they tell is not looked for in the book. */
  readonly updates?: OrderStream | undefined;
  /** Milliseconds before each look at the book, one after the other. Default 1, 2, 4, 8, 15, 30 and 60 seconds: two minutes in all. */
  readonly looks?: readonly number[] | undefined;
  /** Hears of each step as it is taken. What it throws is ignored. */
  readonly onStage?: ((stage: ConfirmStage) => unknown) | undefined;
}

/**
 * `timeout` and `deadline` are those of the request that places the order. `signal` ends all: before the request has left, the order is
 * `rejected` and not sent; after that what is known by then is the result.
 */
export interface PlaceAndConfirmOptions extends CallOptions, LookOptions {
  /** Where the intent is written before the order is sent. When that fails, nothing is sent. */
  readonly intents?: IntentLog | undefined;
}

const names = ["signal", "timeout", "deadline", "onSend", "purpose", "updates", "looks", "onStage", "intents"];

/** Refuses options that cannot be right: one that is misspelt would leave the intent unwritten. */
export function checkOptions(options: PlaceAndConfirmOptions, endpoint: string): void {
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw invalidInput(unknown, "is no option", endpoint);
  const { looks, updates, intents } = options;
  if (
    looks !== undefined &&
    !(Array.isArray(looks) && looks.every((pause) => typeof pause === "number" && pause >= 0))
  ) {
    throw invalidInput("looks", "must be a list of milliseconds", endpoint);
  }
  if (updates && typeof updates.on !== "function") throw invalidInput("updates", "must have `on`", endpoint);
  if (intents && typeof intents.write !== "function") throw invalidInput("intents", "must be an intent log", endpoint);
}
