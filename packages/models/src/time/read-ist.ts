import { istClock, istOffset } from "./ist-clock.ts";

const pattern = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d)(?:\.(\d+))?(?:\+05:?30)?)?$/;
const placeholders = ["0001-01-01T00:00:00", "1970-01-01T00:00:00"];

/** Reads IST wall time. Gives null for the server's placeholders and undefined for text that is not a time. */
export function readIst(text: string): Date | null | undefined {
  if (text === "") return null;
  const [, day, time = "00:00:00", fraction = ""] = pattern.exec(text) ?? [];
  if (day === undefined) return undefined;
  const clock = `${day}T${time}`;
  if (placeholders.includes(clock)) return null;
  const seconds = new Date(Date.parse(`${clock}Z`) - istOffset);
  // Engines differ on 30 February and 24:00:00, some roll them over. Only a time that exists reads back as it was written.
  if (Number.isNaN(seconds.getTime()) || istClock(seconds) !== `${clock}.000`) return undefined;
  return new Date(seconds.getTime() + Number(fraction.padEnd(3, "0").slice(0, 3)));
}
