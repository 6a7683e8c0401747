import { type ReactNode, useId, useState } from "react";
import { useFigures } from "../api/use-figures.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { briefQuoteFigures } from "./brief-quotes.ts";
import { chainFigures } from "./chain-figures.ts";
import { ChainTable } from "./chain-table.tsx";
import { dateText, daysUntil } from "./market-words.ts";
import { formatPrice } from "./price-text.ts";
import { ALL, aroundTheMoney } from "./visible-strikes.ts";

/** Milliseconds between two looks at the chain itself: its strikes stay, the one at the money moves slowly. */
const CHAIN_MS = 30_000;

interface ChainPanelProps {
  /** What the options are on, as the exchange calls it: `NIFTY`. */
  readonly name: string;
  /** Key of the instrument that the page shows. */
  readonly shown: string;
}

/** The options on something, by expiry and strike. */
export function ChainPanel({ name, shown }: ChainPanelProps): ReactNode {
  const heading = useId();
  const group = useId();
  const [expiry, setExpiry] = useState<string>();
  const [showsAll, setShowsAll] = useState(false);
  const chain = useFigures(chainFigures(name, expiry), { every: CHAIN_MS });
  const { data } = chain;
  const strikes = data && aroundTheMoney(data.strikes, data.at_the_money, showsAll ? ALL : undefined);
  const keys = strikes?.flatMap(({ call, put }) => [call, put]).filter((key) => key !== null) ?? [];
  const quotes = useFigures(briefQuoteFigures(keys), { enabled: keys.length > 0 });
  return (
    <section className="panel chain-panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          Options on {name}{" "}
          <span className="panel-note">
            {data?.spot ? `at ${formatPrice(data.spot.last_price, 0.01)}` : !chain.error && <Bone width="8ch" />}
          </span>
        </h2>
        <div className="chain-tools">
          <label className="chain-expiry">
            <span className="visually-hidden">Expiry</span>
            <select
              value={expiry ?? data?.expiry ?? ""}
              onChange={(event) => setExpiry(event.target.value)}
              disabled={!data && !expiry}
            >
              {(data?.expiries ?? (expiry ? [expiry] : [])).map((date) => (
                <option key={date} value={date}>
                  {expiryText(date)}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="segmented">
            <legend className="visually-hidden">Which strikes</legend>
            {[false, true].map((all) => (
              <label key={String(all)}>
                <input type="radio" name={group} checked={showsAll === all} onChange={() => setShowsAll(all)} />
                <span>{all ? "All strikes" : "Near"}</span>
              </label>
            ))}
          </fieldset>
        </div>
      </div>
      {chain.error && !data ? (
        <PanelProblem error={chain.error} retry={chain.refetch} busy={chain.isFetching} />
      ) : data?.strikes.length === 0 ? (
        <Empty title="No strikes">Choose another expiry.</Empty>
      ) : (
        <>
          {quotes.error && !quotes.data && (
            <PanelProblem error={quotes.error} retry={quotes.refetch} busy={quotes.isFetching} />
          )}
          <ChainTable
            strikes={strikes}
            at_the_money={data?.at_the_money ?? null}
            spot={data?.spot?.last_price}
            quotes={quotes.data}
            shown={shown}
            labelledBy={heading}
          />
          <p className="caveats">
            Shaded: in the money{data?.spot && <>, as measured against {data.spot.key}</>}. A price leads to its
            contract.
          </p>
        </>
      )}
    </section>
  );
}

function expiryText(date: string): string {
  const days = daysUntil(date, Date.now());
  const left = days === 0 ? "today" : days === 1 ? "tomorrow" : `${days} days`;
  return `${dateText(date)} (${left})`;
}
