import { type CallOptions, KiteError } from "@kite/core";
import { type Exchange, nextIstTime } from "@kite/models";
import type { InstrumentStore, StoredInstruments } from "../store/instrument-store.ts";
import type { InstrumentListReader } from "../table/instrument-list-reader.ts";
import { InstrumentTable } from "../table/instrument-table.ts";
import { joinColumns } from "../table/join-columns.ts";
import { RowIndex } from "../table/row-index.ts";
import { readTable, type StoredTable, tableFormat, writeTable } from "../table/table-bytes.ts";
import type { Instruments } from "./instruments.ts";
import { readBytes } from "./read-instruments.ts";
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

/** Downloads one list. */
export type Download = (exchange: Exchange | undefined, options: CallOptions) => Promise<InstrumentListReader>;

interface Part extends StoredTable {
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
      const reader = await this.#download(name === "ALL" ? undefined : name, { signal, timeout, deadline });
      const part = { name, downloadedAt, ...(await tableOf(reader)) };
      checkCount(part, this.#kept?.counts.get(name));
      parts.push(part);
      const list = { name, format: tableFormat, downloadedAt, bytes: store ? writeTable(part) : new Uint8Array(0) };
      await store?.save(list).catch((error: unknown) => report(error, options));
    }
    return parts;
  }
}

const endpoint = "loadInstruments";

/** Rows that have several issues count once. */
async function tableOf(reader: InstrumentListReader): Promise<StoredTable> {
  const { columns, index, issues } = await reader.finish(endpoint);
  return { columns, index, leftOut: new Set(issues.map(({ path }) => path?.[0])).size };
}

const report = (error: unknown, { onProblem = console.warn }: LoadInstrumentsOptions): void => onProblem(error);

const isFresh = ({ downloadedAt }: Instruments, { renewAt = "08:30" }: LoadInstrumentsOptions): boolean =>
  Date.now() < nextIstTime(downloadedAt, renewAt).getTime();

/** A list that is cut between two rows looks whole, but has far fewer of them than the one before. */
function checkCount({ name, columns: { length } }: Part, before = 1): void {
  if (length * 2 > before) return;
  const message = `the instrument list ${name} is not whole: ${length} rows, there were ${before}`;
  throw new KiteError({ code: "MalformedAnswer", endpoint, message });
}

function keep(parts: readonly Part[]): Kept {
  const oldest = Math.min(...parts.map(({ downloadedAt }) => downloadedAt.getTime()));
  const leftOut = parts.reduce((sum, part) => sum + part.leftOut, 0);
  const columns = joinColumns(parts.map((part) => part.columns));
  const index = parts[0]?.columns === columns ? parts[0].index : new RowIndex(columns);
  index.update();
  const counts = new Map(parts.map((part) => [part.name, part.columns.length]));
  return { counts, instruments: new InstrumentTable(columns, index, new Date(oldest), leftOut) };
}

/** Gives what the store holds, fresh or not; undefined when a part is missing or cannot be read. */
async function fromStore(names: readonly string[], options: LoadInstrumentsOptions): Promise<Kept | undefined> {
  const { store } = options;
  if (!store) return undefined;
  try {
    const parts: Part[] = [];
    for (const name of names) {
      const stored = await store.load(name);
      // A list of the future is one of a clock that was wrong, and would never be renewed.
      if (stored?.name !== name || stored.downloadedAt.getTime() > Date.now()) return undefined;
      const table = await readStored(stored);
      if (!table) return undefined;
      parts.push({ name, downloadedAt: stored.downloadedAt, ...table });
    }
    return keep(parts);
  } catch (error) {
    report(error, options);
    return undefined;
  }
}

/** Reads a stored list: the columns of this version, or a CSV, which is what older versions have stored. */
async function readStored({ format, bytes }: StoredInstruments): Promise<StoredTable | undefined> {
  if (format === tableFormat) return readTable(bytes);
  return format === "csv" ? tableOf(await readBytes(bytes)) : undefined;
}
