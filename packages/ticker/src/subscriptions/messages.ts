import type { Mode } from "../ticker-api.ts";

/** Tokens in one message: 5 kB of text at most. The server names no limit; a few hundred are known to be fine. */
const batch = 500;

/**
 * Gives the messages that bring a connection from what it was told to what is wanted, and notes in `told` what it knows then.
 *
 * Room is made before it is used, and each instrument is subscribed before its mode is set. The mode is always named: that
 * `quote` is what a new instrument gets is written nowhere.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/#request-structure
 */
export function messagesTo(wanted: ReadonlyMap<number, Mode>, told: Map<number, Mode>): string[] {
  const gone: number[] = [];
  const fresh: number[] = [];
  const modes: Record<Mode, number[]> = { ltp: [], quote: [], full: [] };
  for (const token of told.keys()) if (!wanted.has(token)) gone.push(token);
  for (const [token, mode] of wanted) {
    if (told.get(token) === mode) continue;
    if (!told.has(token)) fresh.push(token);
    modes[mode].push(token);
    told.set(token, mode);
  }
  for (const token of gone) told.delete(token);
  return [
    ...batches(gone, (v) => ({ a: "unsubscribe", v })),
    ...batches(fresh, (v) => ({ a: "subscribe", v })),
    ...Object.entries(modes).flatMap(([mode, tokens]) => batches(tokens, (v) => ({ a: "mode", v: [mode, v] }))),
  ];
}

function batches(tokens: readonly number[], message: (tokens: readonly number[]) => object): string[] {
  const messages: string[] = [];
  for (let start = 0; start < tokens.length; start += batch) {
    messages.push(JSON.stringify(message(tokens.slice(start, start + batch))));
  }
  return messages;
}
