import { type CallOptions, KiteError } from "@kite/core";
import { type Exchange, nextIstTime } from "@kite/models";
import type { InstrumentStore, StoredInstruments } from "../store/instrument-store.ts";
import { createInstruments, type Instruments } from "./instruments.ts";
import { type InstrumentList, readInstruments } from "./read-instruments.ts";
import { type SharedWork, shareWork } from "./shared-work.ts";

export interface LoadInstrumentsOptions extends CallOptions {
  /** Which lists. Default: the one of all exchanges. */
  readonly exchanges?: readonly Exchange[] | undefined;
  /** Keeps the lists between two starts of the program, e.g. `fileInstrumentStore` of `@kite/market-data/node`. */
  readonly store?: InstrumentStore | undefined;
  /** When the next list is due, IST, `hh:mm`. Default 08:30. */
  readonly renewAt?: string | undefined;
  /** Hears of what went wrong while an older list stays in use, and of a store that fails. Default `console.warn`. */
  readonly onProblem?: ((error: unknown) => void) | undefined;
}

/** Downloads one list, as CSV. */
export type Download = (exchange: Exchange | undefined, options: CallOptions) => Promise<string>;

interface Part extends InstrumentList {
  readonly name: string;
  readonly downloadedAt: Date;
}
interface Kept {
  /** Rows by list. */
  readonly counts: ReadonlyMap<string, number>;
  readonly instruments: Instruments;
}

/** Milliseconds after a failed renewal in which the older list is used without another try. */
const pauseAfterProblem = 60_000;

/** Keeps the instruments of one client and one choice of exchanges. */
export class InstrumentKeeper {
  readonly #download: Download;
  #kept: Kept | undefined;
  #loading: SharedWork<Instruments> | undefined;
  #pausedUntil = 0;

  constructor(download: Download) {
    this.#download = download;
  }

  /** Gives what is kept while it is the newest there can be; loads otherwise, once for all who ask meanwhile. */
  async get(options: LoadInstrumentsOptions): Promise<Instruments> {
    const kept = this.#kept?.instruments;
    if (kept && (isFresh(kept, options) || Date.now() < this.#pausedUntil)) return kept;
    if (!this.#loading || this.#loading.calledOff) {
      const work = shareWork(endpoint, (signal) => this.#load({ ...options, signal }));
      this.#loading = work;
      work.settled.then(() => {
        if (this.#loading === work) this.#loading = undefined;
      });
    }
    return this.#loading.join(options.signal);
  }

  async #load(options: LoadInstrumentsOptions): Promise<Instruments> {
    const names = options.exchanges ?? ["ALL"];
    this.#kept ??= await fromStore(names, options);
    if (this.#kept && isFresh(this.#kept.instruments, options)) return this.#kept.instruments;
    try {
      this.#kept = keep(await this.#renew(names, options));
    } catch (error) {
      if (!this.#kept || options.signal?.aborted) throw error;
      this.#pausedUntil = Date.now() + pauseAfterProblem;
      report(error, options);
    }
    return this.#kept.instruments;
  }

  async #renew(names: readonly string[], options: LoadInstrumentsOptions): Promise<Part[]> {
    const { signal, timeout, deadline, store } = options;
    const parts: Part[] = [];
    for (const name of names) {
      const downloadedAt = new Date();
      const csv = await this.#download(name === "ALL" ? undefined : name, { signal, timeout, deadline });
      const part = { name, downloadedAt, ...(await readInstruments(csv, endpoint)) };
      checkCount(part, this.#kept?.counts.get(name));
      parts.push(part);
      const bytes = new TextEncoder().encode(csv);
      await store?.save({ name, format, downloadedAt, bytes }).catch((error: unknown) => report(error, options));
    }
    return parts;
  }
}

const endpoint = "loadInstruments";
const format = "csv";

const report = (error: unknown, { onProblem = console.warn }: LoadInstrumentsOptions): void => onProblem(error);

const isFresh = ({ downloadedAt }: Instruments, { renewAt = "08:30" }: LoadInstrumentsOptions): boolean =>
  Date.now() < nextIstTime(downloadedAt, renewAt).getTime();

/** A list that is cut between two rows looks whole, but has far fewer of them than the one before. */
function checkCount({ name, rows }: Part, before = 1): void {
  if (rows.length * 2 > before) return;
  const message = `the instrument list ${name} is not whole: ${rows.length} rows, there were ${before}`;
  throw new KiteError({ code: "MalformedAnswer", endpoint, message });
}

function keep(parts: readonly Part[]): Kept {
  const oldest = Math.min(...parts.map(({ downloadedAt }) => downloadedAt.getTime()));
  const leftOut = parts.reduce((sum, { issues }) => sum + new Set(issues.map(({ path }) => path?.[0])).size, 0);
  const rows = parts.length === 1 ? (parts[0]?.rows ?? []) : parts.flatMap((part) => part.rows);
  const counts = new Map(parts.map((part) => [part.name, part.rows.length]));
  return { counts, instruments: createInstruments(rows, new Date(oldest), leftOut) };
}

/** Gives what the store holds, fresh or not; undefined when a part is missing or cannot be read. */
async function fromStore(names: readonly string[], options: LoadInstrumentsOptions): Promise<Kept | undefined> {
  const { store } = options;
  if (!store) return undefined;
  try {
    const parts: Part[] = [];
    for (const name of names) {
      const stored = await store.load(name);
      if (!stored || !isReadable(stored, name)) return undefined;
      const { downloadedAt, bytes } = stored;
      parts.push({ name, downloadedAt, ...(await readInstruments(new TextDecoder().decode(bytes), endpoint)) });
    }
    return keep(parts);
  } catch (error) {
    report(error, options);
    return undefined;
  }
}

/** A list of the future is one of a clock that was wrong, and would never be renewed. */
const isReadable = (stored: StoredInstruments, name: string): boolean =>
  stored.name === name && stored.format === format && stored.downloadedAt.getTime() <= Date.now();
