import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { Flash } from "../live/flash.tsx";
import { useLivePrice } from "../live/use-live.ts";
import { useLiveQuote } from "../live/use-live-quote.ts";
import { Bone } from "../states/bone.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { StaleBanner } from "../states/stale-banner.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";
import { instrumentHeading } from "./instrument-heading.ts";
import { MarketChip } from "./market-chip.tsx";
import { descriptionOf, istMoment, kindOf } from "./market-words.ts";
import { formatPrice } from "./price-text.ts";
import { QuoteActions } from "./quote-actions.tsx";
import { QuoteChange } from "./quote-change.tsx";
import { QuoteFacts } from "./quote-facts.tsx";
import type { QuoteRows } from "./quote-rows.ts";
import { listLoading, useInstruments } from "./use-instruments.ts";

interface QuotePanelProps {
  /** `NSE:INFY` */
  readonly instrument: string;
  readonly quote: UseQueryResult<QuoteRows>;
}

/** The instrument that was chosen: what it is, what it costs, what its day has been like. */
export function QuotePanel({ instrument: key, quote }: QuotePanelProps): ReactNode {
  const { error, isFetching, dataUpdatedAt, refetch } = quote;
  const { isLoading: isListLoading } = useInstruments();
  const data = useLiveQuote(quote.data);
  const { direction = "flat", moves = 0 } = useLivePrice(data?.instrument.instrument_token) ?? {};
  const [exchange = "", symbol = key] = key.split(/:(.*)/s);
  return (
    <section className="panel quote" aria-labelledby={instrumentHeading} aria-busy={!data && !error}>
      {error && data && <StaleBanner error={error} at={dataUpdatedAt} retry={refetch} busy={isFetching} />}
      <div className="quote-head">
        <div className="quote-name">
          <h2 id={instrumentHeading} tabIndex={-1}>
            <InstrumentName symbol={symbol} /> <span className="exchange">{exchange}</span>
          </h2>
          <p className="quote-what">
            {data ? (
              <What instrument={data.instrument} />
            ) : (
              !error && (isListLoading ? <span className="later">{listLoading}</span> : <Bone width="14ch" />)
            )}
          </p>
        </div>
        {data && <QuoteActions instrument={data.instrument} />}
      </div>
      {error && !data ? (
        <PanelProblem error={error} retry={refetch} busy={isFetching} />
      ) : (
        <>
          <div className="quote-price">
            <p className="quote-last">
              {data ? (
                <Flash direction={direction} moves={moves}>
                  {formatPrice(data.last_price, data.instrument.tick_size)}
                </Flash>
              ) : (
                <Bone width="7ch" />
              )}
            </p>
            <p className="quote-change">
              {data ? (
                <QuoteChange change={data.change} percent={data.change_percent} tick_size={data.instrument.tick_size} />
              ) : (
                <Bone width="12ch" />
              )}
            </p>
            <p className="quote-market">
              {data ? <MarketChip market={data.market} now={dataUpdatedAt} /> : <Bone width="16ch" />}
              <span className="quote-time">{data && <>Exchange time {istMoment(data.at)} IST</>}</span>
            </p>
          </div>
          <QuoteFacts quote={data} isContract={exchange !== "NSE" && exchange !== "BSE"} />
        </>
      )}
    </section>
  );
}

/** What it is, and its kind where that does not say it already. */
function What({ instrument }: Pick<QuoteRows, "instrument">): ReactNode {
  const [what, kind] = [descriptionOf(instrument), kindOf(instrument)];
  return (
    <>
      {what} {instrument.expiry === null && kind !== what && <span>· {kind}</span>}
    </>
  );
}
