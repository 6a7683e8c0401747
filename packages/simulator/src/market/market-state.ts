import type { SavedPins } from "./pins.ts";
import type { MarketSelection } from "./selection.ts";
import type { SpecialSession } from "./special-session.ts";

/** What has to be known of a market besides its seed and its clock. */
export interface MarketState {
  readonly startDay: number;
  readonly newcomer: string;
  readonly pins: SavedPins;
}

/** What is different about a market. */
export interface MarketOptions {
  readonly market?: MarketSelection;
  readonly specialSessions?: readonly SpecialSession[];
}
