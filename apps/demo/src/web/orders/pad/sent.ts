import { useSyncExternalStore } from "react";
import type { Intent } from "./intent.ts";

/** What became of an order that was sent: the exchange took it, or nobody knows. */
export type Sent =
  | { readonly kind: "taken"; readonly intent: Intent; readonly order_id: string | null }
  | { readonly kind: "unknown"; readonly intent: Intent; readonly error: Error };

// outside of the pad: a doubt must not be forgotten because somebody looks at another view
let kept: Sent | undefined;
const listeners = new Set<() => void>();

/** Keeps what became of the latest order, until the person goes on to the next one. */
export function keepSent(sent: Sent | undefined): void {
  kept = sent;
  for (const listener of listeners) listener();
}

/** Forgets an order that the exchange has taken; one in doubt stays. */
export function forgetTaken(): void {
  if (kept?.kind === "taken") keepSent(undefined);
}

/** What became of the latest order; undefined when there is none, or the person has gone on. */
export const useSent = (): Sent | undefined => useSyncExternalStore(listen, () => kept);

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
