import { ByteStrings } from "../byte-strings.ts";
import { grown } from "../grown.ts";
import { hashByte } from "../hash.ts";
import type { InstrumentColumns } from "../instrument-columns.ts";
import { capitals } from "./letters.ts";
import { inSteps } from "./steps.ts";

const SPACE = 32;

/**
 * The words of all names in capitals, each once, and the names that have it: a word of a query is looked for in some thousand words,
 * and not in the names of a hundred thousand rows. Made with the first search.
 */
export class TitleWords {
  /** End to end; word `id` begins at `offsets[id]` and ends where the next one begins. */
  bytes: Uint8Array = new Uint8Array(0);
  offsets: Uint32Array = new Uint32Array(1);
  readonly #columns: InstrumentColumns;
  /** Where the names of each word begin in `names`. */
  #starts: Uint32Array = new Uint32Array(1);
  #names: Uint32Array = new Uint32Array(0);

  constructor(columns: InstrumentColumns) {
    this.#columns = columns;
  }

  *fill(): Generator<number, void, undefined> {
    const { names } = this.#columns;
    const titles = new Titles();
    yield* inSteps(names.length, (from, to) => {
      for (let id = from; id < to; id += 1) {
        titles.add(names.bytes, names.offsets[id] as number, names.offsets[id + 1] as number);
      }
    });
    titles.words.trim();
    this.bytes = titles.words.bytes;
    this.offsets = titles.words.offsets;
    this.#starts = titles.starts();
    this.#names = new Uint32Array(titles.count);
    const next = this.#starts.slice();
    yield* inSteps(names.length, (from, to) => titles.spread(from, to, next, this.#names));
  }

  /** By name: the highest figure of its words, of those given by word. */
  best(figures: Uint8Array): Uint8Array {
    const best = new Uint8Array(this.#columns.names.length);
    for (let word = 0; word < figures.length; word += 1) {
      if (figures[word] !== 0) this.#raise(best, word, figures[word] as number);
    }
    return best;
  }

  /** Names with words that have a figure, each as often as it has some. */
  count(figures: Uint8Array): number {
    let count = 0;
    for (let word = 0; word < figures.length; word += 1) {
      if (figures[word] !== 0) count += (this.#starts[word + 1] as number) - (this.#starts[word] as number);
    }
    return count;
  }

  #raise(best: Uint8Array, word: number, figure: number): void {
    const end = this.#starts[word + 1] as number;
    for (let at = this.#starts[word] as number; at < end; at += 1) {
      const name = this.#names[at] as number;
      if (figure > (best[name] as number)) best[name] = figure;
    }
  }
}

/** Splits titles into words, while they are being collected. */
class Titles {
  readonly words: ByteStrings = new ByteStrings();
  /** Words of all titles. */
  count = 0;
  /** The words of the titles, one after the other; those of title `id` end before `ends[id + 1]`. */
  #ids: Uint32Array = new Uint32Array(4_096);
  #ends: Uint32Array = new Uint32Array(1_024);
  /** Titles of each word. */
  #counts: Uint32Array = new Uint32Array(1_024);
  #titles = 0;
  /** A title in capitals. */
  #text: Uint8Array = new Uint8Array(256);

  add(bytes: Uint8Array, from: number, to: number): void {
    this.#text = grown(this.#text, to - from);
    const text = this.#text;
    let start = 0;
    let hash = 0;
    for (let at = 0; at <= to - from; at += 1) {
      const code = at === to - from ? SPACE : (capitals[bytes[from + at] as number] as number);
      if (code !== SPACE) {
        text[at] = code;
        hash = hashByte(hash, code);
        continue;
      }
      if (at > start) {
        this.#addWord(this.words.add(text, start, at, hash));
      }
      start = at + 1;
      hash = 0;
    }
    this.#titles += 1;
    this.#ends = grown(this.#ends, this.#titles + 1);
    this.#ends[this.#titles] = this.count;
  }

  /** Where the titles of each word begin, among all titles sorted by their words. */
  starts(): Uint32Array {
    const starts = new Uint32Array(this.words.length + 1);
    for (let word = 0; word < this.words.length; word += 1) {
      starts[word + 1] = (starts[word] as number) + (this.#counts[word] as number);
    }
    return starts;
  }

  /** Sorts titles by their words; `next` has the next place of each word. */
  spread(from: number, to: number, next: Uint32Array, sorted: Uint32Array): void {
    let title = from;
    const end = this.#ends[to] as number;
    for (let at = this.#ends[from] as number; at < end; at += 1) {
      while ((this.#ends[title + 1] as number) <= at) title += 1;
      const word = this.#ids[at] as number;
      sorted[next[word] as number] = title;
      (next[word] as number) += 1;
    }
  }

  #addWord(word: number): void {
    this.#ids = grown(this.#ids, this.count + 1);
    this.#ids[this.count] = word;
    this.count += 1;
    this.#counts = grown(this.#counts, word + 1);
    (this.#counts[word] as number) += 1;
  }
}
