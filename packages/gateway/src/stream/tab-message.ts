import type { Mode } from "@kite/ticker";

/** What a tab asks for, in Kite's own words. */
export type TabMessage =
  | { readonly a: "subscribe" | "unsubscribe"; readonly tokens: readonly number[] }
  | { readonly a: "mode"; readonly mode: Mode; readonly tokens: readonly number[] };

const modes: readonly unknown[] = ["ltp", "quote", "full"] satisfies Mode[];

/** Reads `{"a": "subscribe", "v": [408065]}` and its neighbours; undefined for everything else. */
export function readTabMessage(text: string): TabMessage | undefined {
  let message: { a?: unknown; v?: unknown } | null;
  try {
    message = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { a, v } = message ?? {};
  if (!Array.isArray(v)) return undefined;
  if (a === "subscribe" || a === "unsubscribe") return areTokens(v) ? { a, tokens: v } : undefined;
  const [mode, tokens] = v;
  if (a !== "mode" || !modes.includes(mode) || !Array.isArray(tokens) || !areTokens(tokens)) return undefined;
  return { a, mode, tokens };
}

const areTokens = (values: readonly unknown[]): values is number[] =>
  values.every((value) => Number.isSafeInteger(value) && (value as number) > 0 && (value as number) <= 0xffff_ffff);
