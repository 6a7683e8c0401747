import type { Tick } from "../decode/tick.ts";
import type { TickReaders } from "../dispatch/tick-readers.ts";
import { createBuffer } from "../reading/tick-buffer.ts";
import { TickReader } from "../reading/tick-reader.ts";
import type { Ticker, TickStream, TicksOptions } from "../ticker-api.ts";

/** The loops that read ticks. */
export class TickStreams {
  readonly #ticker: Pick<Ticker, "subscribe">;
  readonly #listed: TickReaders;
  readonly #readers = new Set<TickReader<Tick>>();
  /** Ticks that loops which are over did not get. */
  #dropped = 0;

  constructor(ticker: Pick<Ticker, "subscribe">, readers: TickReaders) {
    this.#ticker = ticker;
    this.#listed = readers;
  }

  /** Ticks that slow loops did not get. */
  get dropped(): number {
    return [...this.#readers].reduce((sum, { dropped }) => sum + dropped, this.#dropped);
  }

  /** Makes what one loop reads. It subscribes when the loop starts, and not before. */
  open(tokens: readonly number[], { mode, buffer, signal }: TicksOptions = {}): TickStream & { close(): void } {
    const start = () => {
      const subscription = this.#ticker.subscribe(tokens, { mode });
      const remove = this.#listed.add(tokens, reader);
      this.#readers.add(reader);
      return () => {
        remove();
        subscription.close();
        this.#readers.delete(reader);
        this.#dropped += reader.dropped;
      };
    };
    const reader: TickReader<Tick> = new TickReader<Tick>(createBuffer<Tick>(buffer), { signal, start });
    return reader;
  }

  /** Ends every loop; with an error, by throwing it. */
  close(error?: unknown): void {
    for (const reader of [...this.#readers]) reader.close(error);
  }
}
