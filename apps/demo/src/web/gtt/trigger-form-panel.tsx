import { type ReactNode, type RefObject, useId } from "react";
import type { QuoteAnswer } from "../../shared/market-api.ts";
import { useFigures } from "../api/use-figures.ts";
import { InstrumentSearch } from "../market/instrument-search.tsx";
import { isIndex } from "../market/market-words.ts";
import { useInstrumentKey } from "../market/use-instrument-key.ts";
import { PanelProblem } from "../states/panel-problem.tsx";
import { ChosenInstrument } from "./chosen-instrument.tsx";
import { TriggerForm } from "./trigger-form.tsx";

const QUOTE_MS = 5_000;

/** The way to a new trigger: first the instrument, then, with its last price, the rest. */
export function TriggerFormPanel({ heading }: { readonly heading: RefObject<HTMLHeadingElement | null> }): ReactNode {
  const id = useId();
  const [key, choose] = useInstrumentKey("gtt");
  const quote = useFigures<QuoteAnswer>(`/api/quote?${new URLSearchParams({ i: key ?? "" })}`, {
    every: QUOTE_MS,
    enabled: key !== undefined,
  });
  const { data, error, refetch, isFetching } = quote;
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          New trigger
        </h2>
      </div>
      <div className="trigger-form">
        <InstrumentSearch
          label="Instrument"
          accepts={(instrument) => !isIndex(instrument)}
          onChoose={(instrument) => choose(instrument.key)}
        />
        {key === undefined ? (
          <p className="trigger-start">
            Search for what to watch. When its price reaches your trigger, the exchange places the order for you.
          </p>
        ) : error && !data ? (
          <PanelProblem error={error} retry={refetch} busy={isFetching} />
        ) : (
          <>
            <ChosenInstrument instrument={key} quote={data} />
            {data && isIndex(data.instrument) ? (
              <p className="trigger-start">Nobody trades an index: choose its future, or an option on it.</p>
            ) : (
              <TriggerForm key={key} quote={data} />
            )}
          </>
        )}
      </div>
    </section>
  );
}
