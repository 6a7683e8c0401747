import type { Tick } from "../decode/tick.ts";
import type { TickReader } from "../reading/tick-reader.ts";

/** Who reads which instruments. Readers may come before what brings them ticks is loaded. */
export class TickReaders {
  readonly #readers = new Map<number, readonly TickReader<Tick>[]>();

  get isEmpty(): boolean {
    return this.#readers.size === 0;
  }

  /** The readers of an instrument. */
  of(token: number): readonly TickReader<Tick>[] | undefined {
    return this.#readers.get(token);
  }

  /** Brings a reader the ticks of its instruments, until the function returned is called. */
  add(tokens: readonly number[], reader: TickReader<Tick>): () => void {
    for (const token of tokens) this.#readers.set(token, [...(this.#readers.get(token) ?? []), reader]);
    return () => {
      for (const token of tokens) {
        const rest = this.#readers.get(token)?.filter((other) => other !== reader);
        if (rest?.length) this.#readers.set(token, rest);
        else this.#readers.delete(token);
      }
    };
  }
}
