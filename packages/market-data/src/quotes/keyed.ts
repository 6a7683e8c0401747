import { type CallOptions, invalidInput, KiteError, type WireResponse } from "@kite/core";
import { oneDeadline } from "../one-deadline.ts";
import { batches, checkedKeys } from "./instrument-keys.ts";

/**
 * Answers by the keys that were asked for. Null says that Kite knows no such instrument, or none any more: an ordinary answer, as
 * after an expiry.
 */
export type ByKey<Key extends string, Value> = { readonly [Each in Key]: Value | null };

/** Lists the keys that Kite had no answer for. */
export function missingKeys<Key extends string>(answers: ByKey<Key, unknown>): Key[] {
  return (Object.keys(answers) as Key[]).filter((key) => answers[key] === null);
}

/** How to ask for some keys, and how many at once. */
export interface KeyedRequest<Answer> {
  /** Name of the call. */
  readonly id: string;
  readonly atMost: number;
  readonly ask: (keys: readonly string[], options: CallOptions) => Promise<Answer>;
}

/** Asks for any number of keys and joins the answers. */
export async function askByKey<Key extends string, Value>(
  { id, atMost, ask }: KeyedRequest<Readonly<Record<string, Value>>>,
  instruments: Key | readonly Key[],
  options?: CallOptions,
): Promise<ByKey<Key, Value>> {
  const keys = checkedKeys(instruments, id);
  const next = oneDeadline(options);
  const known = new Map<string, Value>();
  // One after the other: whoever else waits in the queue of the rate limit is not kept behind all of them.
  for (const batch of batches(keys, atMost)) {
    const answer: unknown = await ask(batch, next());
    if (typeof answer !== "object" || answer === null) throw notByKey(id);
    for (const [key, value] of Object.entries(answer)) known.set(key, value as Value);
  }
  return Object.fromEntries(keys.map((key) => [key, known.get(key) ?? null])) as ByKey<Key, Value>;
}

/** Asks for any number of keys and joins what the server sent. Status and headers are those of the last answer. */
export async function askRawByKey<Wire>(
  { id, atMost, ask }: KeyedRequest<WireResponse<Record<string, Wire>>>,
  instruments: string | readonly string[],
  options?: CallOptions,
): Promise<WireResponse<Record<string, Wire>>> {
  const next = oneDeadline(options);
  const [first, ...others] = batches(checkedKeys(instruments, id), atMost);
  if (!first) throw invalidInput("instruments", "must name one instrument at least", id);
  let joined = await ask(first, next());
  for (const batch of others) {
    const answer = await ask(batch, next());
    const entries = [joined, answer].flatMap(({ data }) => Object.entries(data ?? {}));
    joined = { ...answer, data: Object.fromEntries(entries) };
  }
  return joined;
}

const notByKey = (endpoint: string): KiteError =>
  new KiteError({ code: "MalformedAnswer", endpoint, message: "the answer holds no quotes by key" });
