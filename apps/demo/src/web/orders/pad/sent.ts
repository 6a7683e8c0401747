import type { ConfirmResult, ConfirmStage, PlaceOrderParams } from "@kite/orders";
import { useSyncExternalStore } from "react";

/** An order that was sent. */
export interface Sent {
  readonly order: PlaceOrderParams;
  /** What has happened to it, the oldest first. */
  readonly steps: readonly ConfirmStage[];
  /** What became of it; undefined while it is under way. */
  readonly fate: Fate | undefined;
  /** Ends the search for it: its fate is what is known by then. */
  readonly stop: () => void;
}

/** The end that the SDK tells of; or none, when the page broke on the way. */
export type Fate = ConfirmResult | { readonly outcome: "lost"; readonly error: Error };

/** The tag that an order was sent with; undefined before it has one. */
export const tagOf = ({ steps }: Pick<Sent, "steps">): string | undefined => steps.at(0)?.tag;

// outside of the pad: a doubt must not be forgotten because somebody looks at another view
let kept: Sent | undefined;
const listeners = new Set<() => void>();

/** Keeps what became of the latest order, until the person goes on to the next one. */
export function keepSent(sent: Sent | undefined): void {
  kept = sent;
  for (const listener of listeners) listener();
}

/** Forgets an order that is placed; one that is under way, was refused or is in doubt stays. */
export function forgetPlaced(): void {
  if (kept?.fate?.outcome === "placed") keepSent(undefined);
}

/** What became of the latest order; undefined when there is none, or the person has gone on. */
export const useSent = (): Sent | undefined => useSyncExternalStore(listen, () => kept);

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
