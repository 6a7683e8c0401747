import { type ReactNode, useEffect, useRef } from "react";
import { useLivePrice } from "../live/use-live.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { dateText, kindOf } from "../market/market-words.ts";
import { formatPrice } from "../market/price-text.ts";
import { InstrumentName } from "../table/instrument-name.tsx";
import type { Found } from "./found.ts";

interface FoundRowProps {
  readonly id: string;
  readonly found: Found;
  readonly isActive: boolean;
  readonly onChoose: () => void;
  /** Asks what can be done with an instrument. */
  readonly onMore: (instrument: InstrumentRow) => void;
}

/** A line of the search. The field keeps the focus; the line that is active is named to screen readers, and kept in sight. */
export function FoundRow({ id, found, isActive, onChoose, onMore }: FoundRowProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: "nearest" });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      ref={row}
      id={id}
      className="found"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      // the focus stays in the field
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {found.kind === "instrument" ? (
        <InstrumentLine instrument={found.instrument} onMore={onMore} />
      ) : found.kind === "view" ? (
        <span className="found-what">{found.view.title}</span>
      ) : (
        <>
          <span className="found-what">{found.action.title}</span>
          <kbd>{found.action.letter.toUpperCase()}</kbd>
        </>
      )}
    </div>
  );
}

interface InstrumentLineProps extends Pick<FoundRowProps, "onMore"> {
  readonly instrument: InstrumentRow;
}

function InstrumentLine({ instrument, onMore }: InstrumentLineProps): ReactNode {
  const { tradingsymbol, name, exchange, expiry, instrument_token, tick_size } = instrument;
  // a contract has the name of what it is on, with which its symbol begins
  const isCompany = expiry === null && name !== tradingsymbol;
  const price = useLivePrice(instrument_token)?.tick.last_price;
  return (
    <>
      <span className="found-what">
        <InstrumentName symbol={tradingsymbol} /> {isCompany && <span className="found-name">{name}</span>}
      </span>
      <span className="found-facts">
        {price !== undefined && <span className="found-price">{formatPrice(price, tick_size)}</span>}{" "}
        {expiry && <span>{dateText(expiry)}</span>} <span className="badge">{kindOf(instrument)}</span>{" "}
        <span className="found-exchange">{exchange}</span>
      </span>
      {/* for the pointer: the keyboard has the right arrow, and a line of a list holds no button */}
      <span
        className="found-more"
        aria-hidden="true"
        title="Buy, sell, GTT, alert, watch"
        onClick={(event) => {
          event.stopPropagation();
          onMore(instrument);
        }}
      >
        ›
      </span>
    </>
  );
}
