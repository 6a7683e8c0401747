import type { ReactNode } from "react";
import { descriptionOf } from "../market/market-words.ts";
import { formatPrice } from "../market/price-text.ts";
import { QuoteChange } from "../market/quote-change.tsx";
import type { QuoteRows } from "../market/quote-rows.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";
import { Bone } from "../states/bone.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";

interface ChosenInstrumentProps {
  /** `NSE:INFY` */
  readonly instrument: string;
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
}

/** What a trigger is for, and its price now. */
export function ChosenInstrument({ instrument, quote }: ChosenInstrumentProps): ReactNode {
  const [exchange = "", symbol = instrument] = instrument.split(/:(.*)/s);
  return (
    <div className="chosen">
      <p className="chosen-name">
        <a href={instrumentAddress("market", instrument)}>
          <InstrumentName symbol={symbol} />
        </a>{" "}
        <span className="exchange">{exchange}</span>
        <span className="chosen-what">{quote ? descriptionOf(quote.instrument) : <Bone width="12ch" />}</span>
      </p>
      <p className="chosen-price">
        <span className="visually-hidden">Last price </span>
        {quote ? formatPrice(quote.last_price, quote.instrument.tick_size) : <Bone width="7ch" />}
        {quote ? (
          <QuoteChange change={quote.change} percent={quote.change_percent} tick_size={quote.instrument.tick_size} />
        ) : (
          <Bone width="11ch" />
        )}
      </p>
    </div>
  );
}
