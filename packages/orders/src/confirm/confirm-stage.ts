import type { KiteError } from "@kite/core";

/** One step on the way to the result, with its time. */
export type ConfirmStage = { readonly at: Date; readonly tag: string } & ConfirmStep;

export type ConfirmStep =
  /** The intent would survive a crash. */
  | { readonly stage: "intent-logged" }
  /** Waits for its place in the rate budget, if it has to. */
  | { readonly stage: "queued" }
  /** Leaves this machine. */
  | { readonly stage: "sent" }
  /** The server has registered it. */
  | { readonly stage: "answered"; readonly order_ids: readonly string[] }
  /** It was refused, here or by the server. */
  | { readonly stage: "refused"; readonly error: KiteError }
  /** It may be live. */
  | { readonly stage: "doubtful"; readonly error: KiteError }
  /** Reads the book, for the `look`th time of `of`. `nextAt` is when it would look again. */
  | { readonly stage: "looking"; readonly look: number; readonly of: number; readonly nextAt: Date | undefined }
  /** The book could not be read. */
  | { readonly stage: "look-failed"; readonly error: unknown }
  /** Seen, in the book or in an update. */
  | { readonly stage: "found"; readonly order_ids: readonly string[]; readonly by: "book" | "update" }
  /** The result could not be noted in the intent log: the intent stays open. */
  | { readonly stage: "intent-left-open"; readonly error: unknown }
  /** The end. */
  | { readonly stage: "done"; readonly outcome: "placed" | "rejected" | "unknown" };

/** Tells of a step. */
export type Tell = (step: ConfirmStep) => void;

/** Stamps the steps. A listener's mistake, an async one's too, must not cost the caller the result. */
export const teller =
  (tag: string, listener: ((stage: ConfirmStage) => unknown) | undefined): Tell =>
  (step) =>
    void new Promise((resolve) => resolve(listener?.({ at: new Date(), tag, ...step }))).catch(() => {});
