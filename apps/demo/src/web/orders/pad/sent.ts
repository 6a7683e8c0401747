import { useSyncExternalStore } from "react";
import type { PlacementEnd, PlacementStep } from "../../../shared/orders-api.ts";
import type { Intent } from "./intent.ts";

/** An order that was sent. */
export interface Sent {
  readonly intent: Intent;
  /** What has happened to it, the oldest first. */
  readonly steps: readonly PlacementStep[];
  /** What became of it; undefined while it is under way. */
  readonly fate: Fate | undefined;
}

/** The end that the server told of, or that it could tell of none: the connection to it was lost. */
export type Fate = PlacementEnd | { readonly outcome: "lost"; readonly error: Error };

// outside of the pad: a doubt must not be forgotten because somebody looks at another view
let kept: Sent | undefined;
const listeners = new Set<() => void>();

/** Keeps what became of the latest order, until the person goes on to the next one. */
export function keepSent(sent: Sent | undefined): void {
  kept = sent;
  for (const listener of listeners) listener();
}

/** Keeps the end of an order, with the steps that led there. */
export const keepFate = (intent: Intent, fate: Fate): void =>
  keepSent({ intent, steps: kept?.intent === intent ? kept.steps : [], fate });

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
