import type { Instruments } from "@kite/market-data";
import { useSyncExternalStore } from "react";
import { keepKeys, keptKeys } from "./kept-keys.ts";
import { usualWatchlist } from "./usual-watchlist.ts";

const NAME = "kite-demo-watchlist";

/** What is watched at most, so that the list stays one that can be read. */
export const MOST_WATCHED = 50;

/** Undefined until it was read; `keys` are undefined when nobody has changed the usual ones. */
let known: { readonly keys: readonly string[] | undefined } | undefined;
const listeners = new Set<() => void>();

/** Keys of what somebody watches, kept in this browser; undefined when nobody has changed the usual ones. */
export const useWatchedKeys = (): readonly string[] | undefined => useSyncExternalStore(listen, current);

/** Watches other instruments, in every part of the page. */
export function setWatched(keys: readonly string[]): void {
  known = { keys };
  keepKeys(localStorage, NAME, keys);
  tell();
}

/** Watches one more instrument; says what has come of it. */
export function addWatched(key: string, instruments: Instruments): string {
  const keys = current() ?? usualWatchlist(instruments);
  if (keys.includes(key)) return `${key} is watched already.`;
  if (keys.length >= MOST_WATCHED) return `The watchlist is full: it holds ${MOST_WATCHED} instruments.`;
  setWatched([...keys, key]);
  return `${key} is watched.`;
}

function current(): readonly string[] | undefined {
  known ??= { keys: keptKeys(localStorage, NAME) };
  return known.keys;
}

function listen(listener: () => void): () => void {
  if (listeners.size === 0) addEventListener("storage", readAgain);
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) removeEventListener("storage", readAgain);
  };
}

/** Another tab has changed the list. */
function readAgain(): void {
  known = undefined;
  tell();
}

function tell(): void {
  for (const listener of listeners) listener();
}
