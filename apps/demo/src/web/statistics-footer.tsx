import type { ReactNode } from "react";
import type { StatisticsAnswer } from "../shared/api.ts";
import { useStatistics } from "./api/queries.ts";

/** What the SDK did to bring the figures here. `at` is when they came, in epoch milliseconds. */
export function StatisticsFooter({ at }: { readonly at: number }): ReactNode {
  const { data } = useStatistics(at);
  return (
    <footer className="foot">
      <p className="foot-name">Requests to Kite</p>
      <dl>
        {factsOf(data).map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>kite.stats(), since this server was started</p>
    </footer>
  );
}

function factsOf(statistics: StatisticsAnswer | undefined): [name: string, value: string][] {
  const { requests, retries, waits, waited_ms, errors, budget } = statistics ?? {};
  const shown = (value: number | undefined) => (value === undefined ? "–" : `${value}`);
  return [
    ["sent", shown(requests)],
    ["repeated", shown(retries)],
    ["failed", shown(errors)],
    ["held back", waits ? `${waits} (${Math.round(waited_ms ?? 0)} ms)` : shown(waits)],
    ["left this second", budget ? `${budget.left} of ${budget.limit}` : "–"],
  ];
}
