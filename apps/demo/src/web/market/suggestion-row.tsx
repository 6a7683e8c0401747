import { type ReactNode, useEffect, useRef } from "react";
import { InstrumentName } from "../table/instrument-name.tsx";
import type { InstrumentRow } from "./instrument-row.ts";
import { dateText, kindOf } from "./market-words.ts";

interface SuggestionRowProps {
  readonly id: string;
  readonly instrument: InstrumentRow;
  readonly isActive: boolean;
  readonly onChoose: () => void;
}

/** A suggestion. The field keeps the focus; the row that is active is named to screen readers, and kept in sight. */
export function SuggestionRow({ id, instrument, isActive, onChoose }: SuggestionRowProps): ReactNode {
  const { tradingsymbol, name, exchange, segment, expiry } = instrument;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // the field handles the keys
    // biome-ignore lint/a11y/useKeyWithClickEvents: a listbox of a combobox has no keys of its own
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // the focus stays in the field
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      <span className="finder-what">
        <InstrumentName symbol={tradingsymbol} />
        {name !== tradingsymbol && <span className="finder-name">{name}</span>}
      </span>
      <span className="finder-facts">
        {expiry && <span>{dateText(expiry)}</span>}
        <span className="badge">{kindOf(instrument)}</span>
        <span className="finder-segment">{segment === "INDICES" ? exchange : segment}</span>
      </span>
    </div>
  );
}
