import type { ReactNode } from "react";
import type { InstrumentRow } from "../market/instrument-row.ts";

/** What the keys do, in the field of the search. */
export function SearchFoot({ subject }: { readonly subject: InstrumentRow | undefined }): ReactNode {
  return (
    <p className="search-foot">
      <span>
        <kbd>↑</kbd> <kbd>↓</kbd> choose
      </span>
      <span>
        <kbd>Enter</kbd> {subject ? "do it" : "open"}
      </span>
      {subject ? (
        <span>
          <kbd>←</kbd> back
        </span>
      ) : (
        <span>
          <kbd>→</kbd> buy, sell, GTT, alert, watch
        </span>
      )}
    </p>
  );
}
