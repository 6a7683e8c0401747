import { type ReactNode, type RefObject, useId } from "react";
import { useFigures } from "../api/use-figures.ts";
import { useWatch } from "../live/use-live.ts";
import { useLiveQuote } from "../live/use-live-quote.ts";
import { keyOf } from "../market/instrument-row.ts";
import { InstrumentSearch } from "../market/instrument-search.tsx";
import { isIndex } from "../market/market-words.ts";
import { quoteFigures } from "../market/quote-figures.ts";
import { useInstrumentKey } from "../market/use-instrument-key.ts";
import { PanelProblem } from "../states/panel-problem.tsx";
import { ChosenInstrument } from "./chosen-instrument.tsx";
import { TriggerForm } from "./trigger-form.tsx";
import type { TriggerRow } from "./trigger-row.ts";

const QUOTE_MS = 5_000;

interface TriggerFormPanelProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Undefined for a new one. */
  readonly changing: TriggerRow | undefined;
  /** Called when it is changed, or stays as it is. */
  readonly onChanged: () => void;
}

/** The way to a new trigger: first the instrument, then, with its last price, the rest. A trigger is changed in the same way. */
export function TriggerFormPanel({ heading, changing, onChanged }: TriggerFormPanelProps): ReactNode {
  const id = useId();
  const [named, choose] = useInstrumentKey("gtt");
  const key = changing ? keyOf(changing) : named;
  const quote = useFigures(quoteFigures(key ?? ""), { every: QUOTE_MS, enabled: key !== undefined });
  const { error, refetch, isFetching } = quote;
  useWatch(quote.data?.instrument.instrument_token, "full");
  const data = useLiveQuote(quote.data);
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {changing ? `Change trigger ${changing.id}` : "New trigger"}
        </h2>
        {changing && (
          <button type="button" className="button small" onClick={onChanged}>
            Leave it as it is
          </button>
        )}
      </div>
      <div className="trigger-form">
        {!changing && (
          <InstrumentSearch
            label="Instrument"
            accepts={(instrument) => !isIndex(instrument)}
            onChoose={(instrument) => choose(instrument.key)}
          />
        )}
        {key === undefined ? (
          <p className="trigger-start">
            Search for what to watch. When its price reaches your trigger, the broker places the order for you.
          </p>
        ) : error && !data ? (
          <PanelProblem error={error} retry={refetch} busy={isFetching} />
        ) : (
          <>
            <ChosenInstrument instrument={key} quote={data} />
            {data && isIndex(data.instrument) ? (
              <p className="trigger-start">Nobody trades an index: choose its future, or an option on it.</p>
            ) : (
              <TriggerForm key={changing ? changing.id : key} quote={data} {...(changing && { changing, onChanged })} />
            )}
          </>
        )}
      </div>
    </section>
  );
}
