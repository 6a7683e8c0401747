import type { Instrument } from "@kite/models";
import type { InstrumentFilter } from "./instrument-filter.ts";
import type { Instruments } from "./instruments.ts";
import type { OptionBook } from "./option-book.ts";
import type { SearchOptions } from "./search-instruments.ts";
import type { SearchWord } from "./search-word.ts";

/** Answers that are the same as those of a walk. */
export interface InstrumentEngine {
  readonly find: (filter: InstrumentFilter) => Instrument[];
  readonly findFirst: (filter: InstrumentFilter) => Instrument | undefined;
  readonly search: (words: readonly SearchWord[], exchange: string, options: SearchOptions) => Instrument[];
  /** Makes what searches need, in turns with others. Without it the first search makes it at once. */
  readonly prepareSearch: () => Promise<void>;
  readonly options: (name: string) => OptionBook;
}

/** Instruments that answer a question quicker than by a walk through all of them. */
export interface QuickInstruments extends Instruments {
  readonly engine: InstrumentEngine;
}

/** Gives the answers of instruments that have some. */
export const engineOf = (instruments: Instruments): Partial<InstrumentEngine> =>
  (instruments as Partial<QuickInstruments>).engine ?? {};
