import type { InstrumentRow } from "../market/instrument-row.ts";
import { isIndex } from "../market/market-words.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";

/** What can be done with an instrument that was found. */
export interface InstrumentAction {
  /** The letter that does it. */
  readonly letter: string;
  readonly title: string;
  /** Where it leads; null for the watchlist, to which it is added on the spot. */
  readonly address: string | null;
}

/** Nobody trades an index, but it can be looked at and waited for. */
export function actionsOn(instrument: InstrumentRow): readonly InstrumentAction[] {
  const { key, tradingsymbol } = instrument;
  const trades = [
    { letter: "b", title: `Buy ${tradingsymbol}`, address: `${instrumentAddress("orders", key)}?side=BUY` },
    { letter: "s", title: `Sell ${tradingsymbol}`, address: `${instrumentAddress("orders", key)}?side=SELL` },
    { letter: "g", title: "Set a GTT", address: instrumentAddress("gtt", key) },
  ];
  return [
    { letter: "o", title: "Open in the market", address: instrumentAddress("market", key) },
    ...(isIndex(instrument) ? [] : trades),
    { letter: "a", title: "Set an alert", address: instrumentAddress("alerts", key) },
    { letter: "w", title: "Add to the watchlist", address: null },
  ];
}
