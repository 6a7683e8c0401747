import { useMemo, useState } from "react";
import { type InstrumentRow, instrumentRow } from "../market/instrument-row.ts";
import { noteFor } from "../market/suggestion-words.ts";
import { useInstruments } from "../market/use-instruments.ts";
import { useSuggestions } from "../market/use-suggestions.ts";
import { actionGroup, type FoundGroup, groupsOf } from "./found.ts";
import { foundViews } from "./found-views.ts";
import { recentInstruments } from "./recent-instruments.ts";

interface WhatWasFound {
  readonly groups: readonly FoundGroup[];
  /** What there is to say beneath the list; undefined when the list says it all. */
  readonly note: { readonly words: string; readonly isProblem: boolean } | undefined;
  /** The same for those who hear the page. */
  readonly status: string;
}

/** Finds what is typed, in the page; what was chosen lately while nothing is. With a subject, what can be done with that. */
export function useFound(text: string, subject: InstrumentRow | undefined): WhatWasFound {
  const typed = text.trim();
  const suggestions = useSuggestions(typed);
  const recent = useRecent();
  const { results, isLoading, error } = suggestions;
  const groups = useMemo(
    () => (subject ? [actionGroup(subject)] : groupsOf(typed, typed ? results : recent, foundViews(typed))),
    [typed, subject, results, recent],
  );
  const hasNone = groups.length === 0 || (typed !== "" && results.length === 0);
  const words = !subject && (isLoading || (hasNone && typed)) ? noteFor(typed, suggestions) : undefined;
  const count = groups.reduce((sum, { found }) => sum + found.length, 0);
  return {
    groups,
    note: words === undefined ? undefined : { words, isProblem: error !== null },
    status: words ?? (subject ? `${count} things to do with ${subject.key}` : typed ? `${count} found` : ""),
  };
}

/** The instruments that were chosen lately, as far as they are still listed. */
function useRecent(): readonly InstrumentRow[] {
  const { data } = useInstruments();
  const [keys] = useState(recentInstruments);
  return useMemo(() => (data ? keys.flatMap((key) => data.byKey(key) ?? []).map(instrumentRow) : []), [data, keys]);
}
