import { keepKeys, keptKeys } from "../watchlist/kept-keys.ts";

const NAME = "kite-demo-recent";
/** As many as are seen without scrolling. */
const MOST = 6;

/** Keys of what was chosen lately in this browser, the latest first. */
export const recentInstruments = (): readonly string[] => keptKeys(localStorage, NAME) ?? [];

/** Keeps in mind that an instrument was chosen. */
export const rememberInstrument = (key: string): void =>
  keepKeys(localStorage, NAME, withLatest(recentInstruments(), key));

/** Puts the latest in front of those before. */
export const withLatest = (recent: readonly string[], key: string): readonly string[] =>
  [key, ...recent.filter((each) => each !== key)].slice(0, MOST);
