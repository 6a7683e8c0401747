import { invalidInput } from "@kite/core";
import type { InstrumentRef } from "../ticker-api.ts";

/** Gives the tokens of instruments, each once. Throws `InvalidInput` for what cannot be a token. */
export function tokensOf(instruments: Iterable<InstrumentRef>, endpoint: string): number[] {
  const tokens = new Set<number>();
  let index = 0;
  for (const instrument of instruments) {
    const token = typeof instrument === "object" && instrument ? instrument.instrument_token : instrument;
    if (!Number.isInteger(token) || token < 1 || token > 0xffff_ffff) {
      throw invalidInput(
        `instruments[${index}]`,
        `must be an instrument_token, a number like 408065, got ${typeof token === "string" ? JSON.stringify(token) : String(token)}`,
        endpoint,
      );
    }
    tokens.add(token);
    index += 1;
  }
  return [...tokens];
}
