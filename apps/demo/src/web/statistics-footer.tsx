import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { readGatewayStatistics } from "./api/demo-server.ts";
import { kite } from "./api/kite.ts";

/** What it took to bring the figures here. `at` is when they came, in epoch milliseconds: everything is counted again then. */
export function StatisticsFooter({ at }: { readonly at: number }): ReactNode {
  const { data } = useQuery({
    queryKey: ["statistics", at],
    queryFn: async ({ signal }) => ({ page: kite.stats(), all: await readGatewayStatistics(signal) }),
    enabled: at > 0,
    placeholderData: (previous) => previous,
    gcTime: 0,
  });
  const { page, all } = data ?? {};
  return (
    <footer className="foot">
      <Counts
        name="This page's SDK"
        source="kite.stats()"
        counts={[
          ["sent", page?.requests],
          ["repeated", page?.retries],
          ["failed", page?.errors],
          ["held back", page?.waits ? `${page.waits} (${Math.round(page.waitedMs)} ms)` : page?.waits],
        ]}
      />
      <Counts
        name="All tabs together"
        source="gateway.stats(), since the server was started"
        counts={[
          ["open", all?.tabs],
          ["asked for", all?.requests],
          ["reached the exchange", all?.upstream],
          ["shared reads", all?.shared],
          ["frames in, out", all && `${all.framesIn}, ${all.framesOut}`],
        ]}
      />
    </footer>
  );
}

interface CountsProps {
  readonly name: string;
  /** Where the figures come from. */
  readonly source: string;
  readonly counts: readonly (readonly [name: string, value: number | string | undefined])[];
}

function Counts({ name, source, counts }: CountsProps): ReactNode {
  return (
    <section className="foot-part" aria-label={name} title={source}>
      <p className="foot-name">{name}</p>
      <dl>
        {counts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value ?? "–"}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
