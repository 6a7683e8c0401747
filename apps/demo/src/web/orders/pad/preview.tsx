import type { UserMargins } from "@kite/auth";
import type { ReactNode } from "react";
import { formatRupees } from "../../../shared/rupees.ts";
import { wordsFor } from "../../states/problem.tsx";
import type { PreviewRows } from "./preview-rows.ts";

interface PreviewProps {
  /** Undefined while there is nothing that could be computed. */
  readonly preview: PreviewRows | undefined;
  readonly error: Error | null;
  /** It belongs to what was entered before. */
  readonly old: boolean;
  readonly margins: UserMargins | undefined;
  /** Of what is chosen: the funds of commodities are others. */
  readonly exchange: string | undefined;
}

/** What the order would need and cost, before it is placed. */
export function Preview({ preview, error, old, margins, exchange }: PreviewProps): ReactNode {
  const { margin, charges } = preview ?? {};
  const segment = margin?.segment ?? (exchange === "MCX" ? "commodity" : "equity");
  const available = margins?.[segment].net;
  const isShort = margin !== undefined && available !== undefined && margin.total > available;
  return (
    <section className="preview" aria-label="Margin and charges" aria-busy={old}>
      <dl>
        <div className={isShort ? "short" : undefined}>
          <dt>Margin</dt>
          <dd>{margin ? formatRupees(margin.total) : "–"}</dd>
        </div>
        <div>
          <dt>Available</dt>
          <dd>{available === undefined ? "–" : formatRupees(available)}</dd>
        </div>
        <div>
          <dt>Charges</dt>
          <dd>{charges ? formatRupees(charges.total) : "–"}</dd>
        </div>
      </dl>
      {isShort && <p className="preview-short">More than is available: expect a refusal.</p>}
      {error ? (
        <p className="preview-note">Not computed: {wordsFor(error).message}</p>
      ) : (
        <details>
          <summary>What they are made of</summary>
          {margin && charges ? (
            <dl>
              {[...margin.parts, ...charges.parts].map(({ name, amount }) => (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{formatRupees(amount)}</dd>
                </div>
              ))}
            </dl>
          ) : (
            <p className="preview-note">There is no complete order yet.</p>
          )}
        </details>
      )}
    </section>
  );
}
