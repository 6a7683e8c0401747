import type { ReactNode } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import { Bone } from "../states/bone.tsx";
import { isIndex } from "./market-words.ts";
import { formatPrice, quantityOrDash } from "./price-text.ts";
import type { QuoteRows } from "./quote-rows.ts";

interface QuoteFactsProps {
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
  /** A future or an option, which has open interest. */
  readonly isContract: boolean;
}

/** The figures of the day, as many as this kind of instrument has. */
export function QuoteFacts({ quote, isContract }: QuoteFactsProps): ReactNode {
  const facts = factsOf(quote);
  const count = quote && isIndex(quote.instrument) ? 4 : isContract ? facts.length : 8;
  return (
    <dl className={isContract ? "quote-facts five" : "quote-facts"}>
      {facts.slice(0, count).map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value ?? <Bone width="7ch" />}</dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(quote: QuoteRows | undefined): [name: string, value: string | undefined][] {
  const price = (value: number | null | undefined) => {
    if (!quote || value === undefined) return undefined;
    return value === null ? "–" : formatPrice(value, quote.instrument.tick_size);
  };
  const traded = (value: number | undefined) => (value === 0 ? null : value);
  const { ohlc, oi } = quote ?? {};
  return [
    ["Open", price(traded(ohlc?.open))],
    ["High", price(traded(ohlc?.high))],
    ["Low", price(traded(ohlc?.low))],
    ["Previous close", price(traded(ohlc?.close))],
    ["Volume", quote && quantityOrDash(quote.volume)],
    ["Average price", price(quote && traded(quote.average_price ?? 0))],
    ["Lower circuit", price(quote?.lower_circuit_limit)],
    ["Upper circuit", price(quote?.upper_circuit_limit)],
    ["Open interest", quote && quantityOrDash(oi?.now)],
    ["Day's range of OI", quote && (oi ? `${formatQuantity(oi.low)} – ${formatQuantity(oi.high)}` : "–")],
  ];
}
