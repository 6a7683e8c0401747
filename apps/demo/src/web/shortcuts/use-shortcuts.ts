import { useEffect, useEffectEvent } from "react";
import { instrumentInSight } from "./instrument-in-sight.ts";
import { pressed, type Wish } from "./shortcuts.ts";

/** Milliseconds in which the second key of two has to follow. */
const SECOND_KEY_MS = 1_500;

/**
 * Listens to the keyboard of the whole page. `act` does what is not about an address. Nothing is done while it is `silent`, and what is
 * typed then is lost.
 */
export function useShortcuts(act: (wish: "search" | "list" | "refresh") => void, silent: boolean): void {
  const follow = useEffectEvent((wish: Wish) => {
    if (silent) return;
    if (wish.do === "open") return location.assign(wish.address);
    if (wish.do !== "trade") return act(wish.do);
    const key = instrumentInSight();
    if (key) location.assign(`#/orders/${encodeURIComponent(key)}?side=${wish.side}`);
  });
  useEffect(() => {
    let before: string | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const listen = (event: KeyboardEvent) => {
      if (!isForThePage(event)) return;
      clearTimeout(timer);
      const next = pressed(before, event.key);
      before = next.before;
      if (before !== undefined) {
        timer = setTimeout(() => {
          before = undefined;
        }, SECOND_KEY_MS);
      }
      if (!next.wish) return;
      // the key is not for the field that opens
      event.preventDefault();
      follow(next.wish);
    };
    addEventListener("keydown", listen);
    return () => {
      clearTimeout(timer);
      removeEventListener("keydown", listen);
    };
  }, []);
}

const fields = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], [role=combobox]";

/** False for what is typed into a field, for a dialog, or for the browser. */
function isForThePage({
  target,
  ctrlKey,
  altKey,
  metaKey,
  repeat,
  isComposing,
  defaultPrevented,
}: KeyboardEvent): boolean {
  if (ctrlKey || altKey || metaKey || repeat || isComposing || defaultPrevented) return false;
  if (target instanceof Element && target.closest(fields)) return false;
  return document.querySelector("dialog[open]") === null;
}
