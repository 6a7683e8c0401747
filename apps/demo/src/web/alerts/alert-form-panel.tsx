import type { Alert } from "@kite/alerts";
import type { Instruments } from "@kite/market-data";
import { type ReactNode, type RefObject, useId } from "react";
import { useFigures } from "../api/use-figures.ts";
import { ChosenInstrument } from "../gtt/chosen-instrument.tsx";
import { useWatch } from "../live/use-live.ts";
import { useLiveQuote } from "../live/use-live-quote.ts";
import { type InstrumentRow, instrumentRow, keyOf } from "../market/instrument-row.ts";
import { InstrumentSearch } from "../market/instrument-search.tsx";
import { quoteFigures } from "../market/quote-figures.ts";
import { useInstrumentKey } from "../market/use-instrument-key.ts";
import { useInstruments } from "../market/use-instruments.ts";
import { Bone } from "../states/bone.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { AlertForm } from "./alert-form.tsx";
import { formOfAlert } from "./alert-form-state.ts";
import { findForAlert, isForAlerts } from "./alert-instruments.ts";

const QUOTE_MS = 5_000;

interface AlertFormPanelProps {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  /** Undefined for a new one. */
  readonly changing: Alert | undefined;
  /** Called when it is changed, or stays as it is. */
  readonly onChanged: () => void;
}

/** The way to a new alert: first the instrument, then, with its last price, the rest. An alert is changed in the same way. */
export function AlertFormPanel({ heading, changing, onChanged }: AlertFormPanelProps): ReactNode {
  const id = useId();
  const instruments = useInstruments().data;
  const [named, choose] = useInstrumentKey("alerts");
  const watched = changing && instruments && rowFor(instruments, changing.lhs_exchange, changing.lhs_tradingsymbol);
  const key = changing ? watched?.key : named;
  const quote = useFigures(quoteFigures(key ?? ""), { every: QUOTE_MS, enabled: key !== undefined });
  const { error, refetch, isFetching } = quote;
  useWatch(quote.data?.instrument.instrument_token, "full");
  const data = useLiveQuote(quote.data);
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {changing ? "Change an alert" : "New alert"}
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
            accepts={isForAlerts}
            onChoose={(instrument) => choose(instrument.key)}
          />
        )}
        {key === undefined ? (
          <p className="trigger-start">
            {!changing
              ? "Search for what to watch. An alert fires when its price gets where you say."
              : instruments
                ? `${changing.lhs_tradingsymbol} is not listed any more, so this alert can only be deleted.`
                : null}
            {changing && !instruments && <Bone width="20ch" />}
          </p>
        ) : error && !data ? (
          <PanelProblem error={error} retry={refetch} busy={isFetching} />
        ) : (
          <>
            <ChosenInstrument instrument={key} quote={data} />
            {data && isForAlerts(data.instrument) ? (
              <AlertForm
                key={changing ? changing.uuid : key}
                quote={data}
                {...(changing && instruments && { changing, start: startOf(changing, instruments), onChanged })}
              />
            ) : (
              data && <p className="trigger-start">Kite has no alerts on {data.instrument.exchange}.</p>
            )}
          </>
        )}
      </div>
    </section>
  );
}

/** The form of an alert that is there. What it orders in is named only where that is not what it watches. */
function startOf(alert: Alert, instruments: Instruments) {
  const { lhs_exchange, lhs_tradingsymbol, rhs_type, rhs_exchange, rhs_tradingsymbol, basket } = alert;
  const [item] = basket?.items ?? [];
  const isSame = item && keyOf(item) === `${lhs_exchange}:${lhs_tradingsymbol}`;
  return formOfAlert(alert, {
    rhs: rhs_type === "instrument" ? rowFor(instruments, rhs_exchange, rhs_tradingsymbol) : undefined,
    ordered: item && !isSame ? rowFor(instruments, item.exchange, item.tradingsymbol) : undefined,
  });
}

function rowFor(instruments: Instruments, exchange: string, symbol: string): InstrumentRow | undefined {
  const found = findForAlert(instruments, exchange, symbol);
  return found && instrumentRow(found);
}
