import { createHash } from "node:crypto";

/**
 * Everything that a simulated exchange knows, as a plain value that survives JSON. Not for editing: `digest` tells whether
 * the content is the one that was saved. It holds the tokens of the simulator, which open nothing else.
 */
export interface SimulatorState {
  readonly format: "kite-simulator-state";
  /** Of this shape; another one is refused. */
  readonly version: 1;
  /** Lower-case hex SHA-256 of the content. */
  readonly digest: string;
  readonly content: Readonly<Record<string, unknown>>;
}

export function seal(content: Readonly<Record<string, unknown>>): SimulatorState {
  // what JSON would drop or change is gone before the digest is taken
  const plain = JSON.parse(JSON.stringify(content));
  return { format: "kite-simulator-state", version: 1, digest: digestOf(plain), content: plain };
}

/**
 * The content of a saved state.
 *
 * @throws {TypeError} for what is no such state, or one of another version, or one that has been changed.
 */
export function unseal(state: unknown): Readonly<Record<string, unknown>> {
  const { format, version, digest, content } = Object(state) as Partial<Record<keyof SimulatorState, unknown>>;
  if (format !== "kite-simulator-state") throw new TypeError("state: expected what simulator.save() has returned");
  if (version !== 1) throw new TypeError(`state: expected version 1, got ${JSON.stringify(version)}`);
  if (typeof content !== "object" || content === null || digest !== digestOf(content)) {
    throw new TypeError("state: the content is damaged, its digest does not fit");
  }
  return content as Readonly<Record<string, unknown>>;
}

/** Databases sort the keys of what they are given, so their order must not count. */
const digestOf = (content: object): string =>
  createHash("sha256")
    .update(JSON.stringify(sorted(content)))
    .digest("hex");

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sorted);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, entry]) => [key, sorted(entry)]),
  );
}
