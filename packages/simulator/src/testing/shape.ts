/** Kinds of value as the reference tables name them. A `|null` kind may also be null, an `?` kind may be missing. */
export type Kind = BareKind | `${BareKind}|null` | `${BareKind}?`;
type BareKind =
  | "str"
  | "int"
  | "num"
  | "bool"
  | "ts"
  | "time"
  | "date"
  | "midnight"
  | "strings"
  | "empty object"
  | "object"
  | "array";

const checks: Record<BareKind, (value: unknown) => boolean> = {
  str: (value) => typeof value === "string",
  int: Number.isInteger,
  num: Number.isFinite,
  bool: (value) => typeof value === "boolean",
  ts: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(value),
  time: (value) => typeof value === "string" && /^\d\d:\d\d:\d\d$/.test(value),
  date: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value),
  midnight: (value) => typeof value === "string" && /^\d{4}-\d\d-\d\d 00:00:00$/.test(value),
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === "string"),
  "empty object": (value) => JSON.stringify(value) === "{}",
  object: (value) => typeof value === "object" && value !== null && !Array.isArray(value),
  array: Array.isArray,
};

/** Lists where a row differs from its table: keys missing, keys too many, values of another kind. */
export function differences(row: unknown, table: Record<string, Kind>): string[] {
  const record = row as Record<string, unknown>;
  const unknown = Object.keys(record).filter((key) => !(key in table));
  const wrong = Object.entries(table).filter(([key, kind]) => !fits(record, key, kind));
  return [
    ...unknown.map((key) => `${key}: not in the table`),
    ...wrong.map(([key, kind]) => `${key}: expected ${kind}, got ${JSON.stringify(record[key])}`),
  ];
}

function fits(record: Record<string, unknown>, key: string, kind: Kind): boolean {
  if (!(key in record)) return kind.endsWith("?");
  if (record[key] === null) return kind.endsWith("|null");
  return checks[kind.replace(/(\|null|\?)$/, "") as BareKind](record[key]);
}
