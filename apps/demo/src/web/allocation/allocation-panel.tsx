import { type ReactNode, useId } from "react";
import type { HoldingRow } from "../holdings/holding-row.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { Donut } from "./donut.tsx";
import { slicesOf } from "./slices.ts";

/** What the portfolio's value is made of. */
export function AllocationPanel({ holdings }: { readonly holdings: readonly HoldingRow[] | undefined }): ReactNode {
  const heading = useId();
  const slices = holdings && slicesOf(holdings);
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Allocation</h2>
        <span className="panel-note">by current value</span>
      </div>
      {slices?.length === 0 ? (
        <Empty title="Nothing to divide">The shares of your holdings appear here.</Empty>
      ) : (
        <div className="allocation">
          <Donut slices={slices ?? []} />
          <ul className="legend">
            {slices?.map(({ name, share }, index) => (
              <li key={name}>
                <svg className="legend-mark" viewBox="0 0 10 10" aria-hidden="true">
                  <rect className={`slice-${index + 1}`} width="10" height="10" rx="2.5" />
                </svg>
                <span className="legend-name">{name}</span>
                <span className="legend-share">{share.toFixed(2)} %</span>
              </li>
            )) ?? bones}
          </ul>
        </div>
      )}
    </section>
  );
}

const bones = ["1", "2", "3", "4", "5", "6", "7"].map((key) => (
  <li key={key}>
    <Bone width="100%" />
  </li>
));
