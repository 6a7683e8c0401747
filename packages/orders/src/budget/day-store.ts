/** How many of a day's orders are used. */
export interface DayUse {
  /** Indian calendar date, `yyyy-mm-dd`. */
  readonly date: string;
  readonly used: number;
}

/** Keeps the day's count for the next start of the program. One process writes; both may answer at once or later. */
export interface DayStore {
  /**
   * Gives what was saved last, of whatever day; undefined when nothing was. Throws or rejects for what cannot be read: then the count is not
   * known, and new orders are refused until it is.
   */
  load(): DayUse | undefined | Promise<DayUse | undefined>;
  /** Replaces what was saved. An order leaves only after this has worked for a count that holds it. */
  save(use: DayUse): void | Promise<void>;
}

/** Keeps the count in memory: for tests, and for budgets that follow each other in one program. */
export function memoryDayStore(saved?: DayUse): DayStore {
  let kept = saved;
  return {
    load: () => kept,
    save: (use) => {
      kept = use;
    },
  };
}

/** Tells whether a value is a day's count. */
export function isDayUse(value: unknown): value is DayUse {
  const { date, used } = (value ?? {}) as Partial<Record<keyof DayUse, unknown>>;
  return (
    typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date) && Number.isSafeInteger(used) && (used as number) >= 0
  );
}
