import type { KeyboardEvent } from "react";

/** Moves the focus to the neighbouring row. What the page's own keys do with a row, such as `b` and `s`, they do by themselves. */
export function onRowKey(event: KeyboardEvent<HTMLElement>): void {
  const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
  if (altKey || ctrlKey || metaKey) return;
  const row = currentTarget.closest("tr");
  const neighbour = { ArrowDown: row?.nextElementSibling, ArrowUp: row?.previousElementSibling }[key];
  const place = currentTarget.matches("a") ? "a" : "button";
  const target = neighbour?.querySelector<HTMLElement>(place);
  if (!target) return;
  target.focus();
  event.preventDefault();
}
