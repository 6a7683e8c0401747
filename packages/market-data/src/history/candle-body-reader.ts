import type { BodyReader } from "@kite/core";
import type { CandleColumns } from "./candle-columns.ts";
import { scanCandles } from "./scan-candles.ts";

/** What the reader makes of an answer: the same place that has the rows on the wire. */
export interface ScannedCandles {
  readonly candles: CandleColumns;
}

/** Collects the body of an answer and reads it without `JSON.parse`; hands it on as text when it is not as usual. */
export class CandleBodyReader implements BodyReader {
  readonly #pieces: Uint8Array[] = [];
  #length = 0;

  write(bytes: Uint8Array): void {
    this.#pieces.push(bytes);
    this.#length += bytes.length;
  }

  end(): { readonly data: ScannedCandles } | { readonly text: string } {
    const bytes = this.#whole();
    const candles = scanCandles(bytes);
    return candles ? { data: { candles } } : { text: new TextDecoder().decode(bytes) };
  }

  #whole(): Uint8Array {
    const [only] = this.#pieces;
    if (only && this.#pieces.length === 1) return only;
    const whole = new Uint8Array(this.#length);
    let at = 0;
    for (const piece of this.#pieces.splice(0)) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
