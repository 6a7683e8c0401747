import { istOffset } from "./ist-clock.ts";

const time = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+05:?30)?)?$/;

/** The wall clock of the server's placeholders, read as UTC: 1970-01-01 and 0001-01-01. */
const none = [0, -62_135_596_800_000];

/** Reads IST wall time. Gives null for the server's placeholders and undefined for text that is not a time. */
export function readIst(text: string): Date | null | undefined {
  if (text === "") return null;
  const [, day = "", clock = "00:00:00"] = time.exec(text) ?? [];
  const wall = Date.parse(`${day}T${clock}Z`);
  if (none.includes(wall)) return null;
  // A day that does not exist, and 24:00:00, roll over into the next.
  if (Number.isNaN(wall) || day < "1" || !new Date(wall).toISOString().startsWith(day)) return undefined;
  return new Date(wall - istOffset);
}
