import { readMoment } from "../moment.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Epoch ms of a time like `2026-03-02T09:15+05:30`. Without a zone it is Indian time, without an hour the opening of the
 * stock exchanges, 09:15.
 *
 * @throws {UsageError} for anything else, a 30th of February included.
 */
export function readClock(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  try {
    return readMoment(/^[\d-]{10}$/.test(text) ? `${text} 09:15` : text, "--clock");
  } catch {
    throw new UsageError(`--clock takes a time like 2026-03-02T09:15+05:30, got "${text}"`);
  }
}
