import { istOffset } from "./ist-clock.ts";

const time = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+05:?30)?)?$/;

/** The wall clock of the server's placeholders, read as UTC: 1970-01-01 and 0001-01-01. */
const none = [0, -62_135_596_800_000];

/** Reads IST wall time. Gives null for the server's placeholders and undefined for text that is not a time. */
export function readIst(text: string): Date | null | undefined {
  if (text === "") return null;
  const plain = readPlain(String(text));
  if (plain) return plain;
  const [, day = "", clock = "00:00:00"] = time.exec(text) ?? [];
  const wall = Date.parse(`${day}T${clock}Z`);
  if (none.includes(wall)) return null;
  // A day that does not exist, and 24:00:00, roll over into the next.
  if (Number.isNaN(wall) || day < "1" || !new Date(wall).toISOString().startsWith(day)) return undefined;
  return new Date(wall - istOffset);
}

/**
 * Reads `yyyy-mm-dd hh:mm:ss`, which nearly every time in an answer is, and `yyyy-mm-ddThh:mm:ss+0530`, which candles have, by their
 * digits: in an eighth of the time. Gives undefined for all else, for times before 1971, and for days and hours that do not exist.
 */
function readPlain(text: string): Date | undefined {
  const hasMarks =
    (text.length === 19 || text.slice(19) === "+0530") &&
    text[4] === "-" &&
    text[7] === "-" &&
    (text[10] === "T" || text[10] === " ") &&
    text[13] === ":" &&
    text[16] === ":";
  if (!hasMarks) return undefined;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = twoDigits(text, 17);
  // What is not a digit has become NaN, which is in no range.
  const isOnClock = hour < 24 && minute < 60 && second < 60;
  if (!(isOnClock && year > 1970 && month > 0 && month < 13 && day > 0)) return undefined;
  if (day > 28 && day > daysOf(year, month)) return undefined;
  return new Date(Date.UTC(year, month - 1, day, hour, minute, second) - istOffset);
}

/** Gives a number from 0 to 99, or NaN. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens < 10 && ones >= 0 && ones < 10 ? tens * 10 + ones : Number.NaN;
}

const daysOf = (year: number, month: number): number =>
  month === 2 ? new Date(Date.UTC(year, 2, 0)).getUTCDate() : 30 + ((month + Number(month > 7)) % 2);
