import { refuse } from "../refusal.ts";
import { STREAM_MODES, type StreamMode } from "./stream-mode.ts";

/** What a client asks of the stream. */
export type ClientMessage =
  | { readonly action: "subscribe" | "unsubscribe"; readonly tokens: readonly number[] }
  | { readonly action: "mode"; readonly mode: StreamMode; readonly tokens: readonly number[] };

const LARGEST_TOKEN = 2 ** 32 - 1;

/**
 * Reads a message as a client sends it: `{"a":"subscribe","v":[408065]}`, `{"a":"mode","v":["full",[408065]]}`.
 *
 * @throws {Refusal} that says what is wrong with it.
 */
export function readMessage(text: string): ClientMessage {
  const { a, v } = parse(text);
  if (a === "subscribe" || a === "unsubscribe") return { action: a, tokens: tokensOf(v) };
  if (a !== "mode") throw refuse(`Unknown action ${JSON.stringify(a) ?? "undefined"}.`);
  const [name, tokens] = Array.isArray(v) ? v : [];
  const mode = STREAM_MODES.find((one) => one === name);
  if (!mode) throw refuse(`Unknown mode ${JSON.stringify(name) ?? "undefined"}.`);
  return { action: "mode", mode, tokens: tokensOf(tokens) };
}

function parse(text: string): { readonly a?: unknown; readonly v?: unknown } {
  try {
    const message: unknown = JSON.parse(text);
    if (typeof message === "object" && message !== null) return message;
  } catch {
    // the answer is the same as to JSON that is no object
  }
  throw refuse("The message is no JSON object.");
}

/** Numbers, not texts. */
function tokensOf(list: unknown): number[] {
  if (!Array.isArray(list) || !list.every(isToken)) throw refuse("Expected a list of instrument tokens.");
  return list;
}

function isToken(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LARGEST_TOKEN;
}
