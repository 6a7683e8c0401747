import type { ReactNode } from "react";
import type { InstrumentRow } from "./instrument-row.ts";
import { isIndex } from "./market-words.ts";
import { instrumentAddress } from "./use-instrument-key.ts";

/** What can be done with an instrument elsewhere on the page. An index is nothing that could be bought. */
export function QuoteActions({ instrument }: { readonly instrument: InstrumentRow }): ReactNode {
  if (isIndex(instrument)) return null;
  return (
    <p className="quote-actions">
      {["Buy", "Sell"].map((side) => (
        <a
          key={side}
          className="button small"
          href={`${instrumentAddress("orders", instrument.key)}?side=${side.toUpperCase()}`}
        >
          {side}
        </a>
      ))}
      <a className="button small" href={instrumentAddress("gtt", instrument.key)}>
        Set a trigger
      </a>
      <a className="button small" href={instrumentAddress("alerts", instrument.key)}>
        Set an alert
      </a>
    </p>
  );
}
