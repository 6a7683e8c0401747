import { type Alert, getAlertHistory } from "@kite/alerts";
import type { ReactNode } from "react";
import { kite } from "../api/kite.ts";
import { type Figures, useFigures } from "../api/use-figures.ts";
import { Bone } from "../states/bone.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { indianMoment } from "../time.ts";
import { levelText } from "./alert-words.ts";

const historyFigures = (uuid: string): Figures<Awaited<ReturnType<typeof getAlertHistory>>> => ({
  key: ["alerts", uuid],
  read: async (signal) => (await getAlertHistory(kite, uuid, { signal })).reverse(),
});

/** When an alert has fired, with the prices of then, the newest first. */
export function AlertHistory({ alert: { uuid, name, type } }: { readonly alert: Alert }): ReactNode {
  const { data, error, refetch, isFetching } = useFigures(historyFigures(uuid));
  if (error && !data) return <PanelProblem error={error} retry={refetch} busy={isFetching} />;
  if (!data) return <Bone width="24ch" />;
  if (data.length === 0) return <p className="alert-never">It has not fired yet.</p>;
  return (
    <>
      <ol className="alert-history" aria-label={`When ${name} fired`}>
        {data.map(({ created_at, meta }, index) => (
          <li key={`${index}`}>
            <time dateTime={created_at.toISOString()}>{indianMoment(created_at)} IST</time>
            {meta.map(({ exchange, tradingsymbol, last_price }) => (
              <span key={`${exchange}:${tradingsymbol}`}>
                {tradingsymbol} at {levelText(last_price, exchange)}
              </span>
            ))}
          </li>
        ))}
      </ol>
      {type === "ato" && (
        <p className="alert-never">
          <a href="#/orders">The order book says what became of its order</a>
        </p>
      )}
    </>
  );
}
