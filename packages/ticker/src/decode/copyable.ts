import type { Tick } from "./tick.ts";

/** A tick with fields that are made when they are read, which a spread, `structuredClone` and `JSON.stringify` would not see. */
export abstract class Copyable<Kind extends Tick = Tick> {
  /** A plain tick with everything in it, safe to keep. */
  abstract copy(): Kind;

  toJSON(): Kind {
    return this.copy();
  }
}
