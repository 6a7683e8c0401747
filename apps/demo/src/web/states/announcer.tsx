import { type ReactNode, useSyncExternalStore } from "react";

let current = "";
const listeners = new Set<() => void>();

/** Tells everybody what has happened: shown for a while, and read out by screen readers. */
export function announce(message: string): void {
  current = message;
  for (const listener of listeners) listener();
  setTimeout(() => {
    if (current !== message) return;
    current = "";
    for (const listener of listeners) listener();
  }, 6_000);
}

/** Where announcements appear. Once on the page. */
export function Announcer(): ReactNode {
  const message = useSyncExternalStore(listen, () => current);
  return (
    <div className="announcer" role="status">
      {message && <p>{message}</p>}
    </div>
  );
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
