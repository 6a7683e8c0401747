import type { InstrumentRow } from "../market/instrument-row.ts";
import type { View } from "../shell/views.ts";
import { actionsOn, type InstrumentAction } from "./instrument-actions.ts";

/** A line of the search: something that was found, or something to do with it. */
export type Found =
  | { readonly kind: "instrument"; readonly id: string; readonly instrument: InstrumentRow }
  | { readonly kind: "view"; readonly id: string; readonly view: View }
  | { readonly kind: "action"; readonly id: string; readonly action: InstrumentAction };

/** Lines that belong together, under a heading. */
export interface FoundGroup {
  readonly title: string;
  readonly found: readonly Found[];
}

/**
 * Puts what was found in order: instruments first, because they are what most people look for; a view whose name was typed in full
 * before them.
 */
export function groupsOf(
  typed: string,
  instruments: readonly InstrumentRow[],
  views: readonly View[],
): readonly FoundGroup[] {
  const text = typed.trim().toLowerCase();
  const named = views.some(({ name, title }) => text === name || text === title.toLowerCase());
  const first: FoundGroup = {
    title: text === "" ? "Lately" : "Instruments",
    found: instruments.map((instrument) => ({ kind: "instrument", id: instrument.key, instrument })),
  };
  const second: FoundGroup = {
    title: "Views",
    found: views.map((view) => ({ kind: "view", id: `view ${view.name}`, view })),
  };
  const groups = named ? [second, first] : [first, second];
  return groups.filter(({ found }) => found.length > 0);
}

/** What can be done with an instrument, as lines of the search. */
export function actionGroup(instrument: InstrumentRow): FoundGroup {
  const found = actionsOn(instrument).map((action): Found => ({ kind: "action", id: `do ${action.letter}`, action }));
  return { title: instrument.key, found };
}
