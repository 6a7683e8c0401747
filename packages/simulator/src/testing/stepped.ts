import type { StartOptions } from "../options.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { cashUser } from "./trade.ts";

/** A simulator whose clock is moved by hand, with somebody on it who has money and has bought nothing. */
export function startAt(start: string, options: StartOptions = {}): Promise<Simulator> {
  return startSimulator({ seed: 7, clock: { start, speed: 0 }, users: [cashUser], marketHours: "real", ...options });
}

/** Milliseconds of Indian wall time: `2026-03-02 09:15`. */
export const ist = (text: string): number => Date.parse(`${text.replace(" ", "T")}+05:30`);
