import type { ReactNode } from "react";
import { directionOf, formatAmount, formatPercent } from "../../../shared/rupees.ts";
import { DirectionIcon } from "../../icons.tsx";
import { useWatch } from "../../live/use-live.ts";
import { useLiveQuote } from "../../live/use-live-quote.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import { Bone } from "../../states/bone.tsx";
import { wordsFor } from "../../states/problem.tsx";

interface QuoteLineProps {
  /** Something is chosen. */
  readonly chosen: boolean;
  /** As it was asked for; the stream tells what has happened since. */
  readonly quote: QuoteRows | undefined;
  readonly error: Error | null;
}

/** Last price as it moves, today's change and the day's limits of what is chosen. Keeps its place while there is nothing to say. */
export function QuoteLine({ chosen, quote: asked, error }: QuoteLineProps): ReactNode {
  useWatch(asked?.instrument.instrument_token, "full");
  const quote = useLiveQuote(asked);
  if (!quote) {
    const words = error ? (
      wordsFor(error).message
    ) : chosen ? (
      <Bone width="14ch" />
    ) : (
      "Choose what to trade to see its price."
    );
    return <p className="quote-line">{words}</p>;
  }
  const { last_price, change_percent, lower_circuit_limit, upper_circuit_limit } = quote;
  const direction = directionOf(change_percent ?? 0);
  return (
    <p className="quote-line">
      <strong>{formatAmount(last_price)}</strong>
      {change_percent !== null && (
        <span className={`change ${direction}`}>
          <DirectionIcon direction={direction} />
          {formatPercent(change_percent)}
        </span>
      )}
      {lower_circuit_limit !== null && upper_circuit_limit !== null && (
        <span className="quote-limits">
          {formatAmount(lower_circuit_limit)} to {formatAmount(upper_circuit_limit)}
        </span>
      )}
    </p>
  );
}
