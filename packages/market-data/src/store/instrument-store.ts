/** A list as it was downloaded. */
export interface StoredInstruments {
  /** `ALL`, or the exchange. */
  readonly name: string;
  /** How `bytes` are to be read. Others may come; what a version cannot read counts as nothing stored. */
  readonly format: string;
  readonly downloadedAt: Date;
  readonly bytes: Uint8Array;
}

/**
 * Keeps lists between two starts of a program. Needs no rules of its own: `loadInstruments` checks age and content of what
 * `load` gives, and goes on without the store when a method rejects.
 */
export interface InstrumentStore {
  /** Gives what was saved last under a name, or undefined. */
  load(name: string): Promise<StoredInstruments | undefined>;
  save(list: StoredInstruments): Promise<void>;
}
