import type { SegmentMargin, UserMargins } from "@kite/auth";
import { type ReactNode, useId } from "react";
import { formatRupees } from "../../shared/rupees.ts";
import { addressOf } from "../shell/views.ts";
import { Bone } from "../states/bone.tsx";

interface FundsPanelProps {
  /** Undefined while they are on their way. */
  readonly margins: UserMargins | undefined;
}

/** Money for trading, by segment, with the way to its parts. */
export function FundsPanel({ margins }: FundsPanelProps): ReactNode {
  const heading = useId();
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Margins</h2>
        <a className="panel-link" href={addressOf("funds")}>
          All of it
        </a>
      </div>
      <Segment name="Equity" segment={margins?.equity} />
      <Segment name="Commodity" segment={margins?.commodity} />
    </section>
  );
}

function Segment({ name, segment }: { readonly name: string; readonly segment: SegmentMargin | undefined }): ReactNode {
  const title = useId();
  if (segment && !segment.enabled) {
    return (
      <div className="segment">
        <h3>{name}</h3>
        <p className="segment-off">Not enabled for this account</p>
      </div>
    );
  }
  const net = segment?.net ?? 0;
  const used = segment?.utilised.debits ?? 0;
  const all = Math.max(net, 0) + Math.max(used, 0);
  const share = all === 0 ? 0 : (Math.max(used, 0) * 100) / all;
  return (
    <div className="segment">
      <h3 id={title}>{name}</h3>
      <p className="segment-net">
        {segment ? formatRupees(net) : <Bone width="9ch" />} <small>available</small>
      </p>
      <meter
        className="segment-bar"
        min={0}
        max={100}
        value={share}
        aria-labelledby={title}
        aria-valuetext={`${Math.round(share)} % used`}
      />
      <dl className="segment-facts">
        <div>
          <dt>Used</dt>
          <dd>{segment ? formatRupees(used) : <Bone width="7ch" />}</dd>
        </div>
        <div>
          <dt>Cash</dt>
          <dd>{segment ? formatRupees(segment.available.cash) : <Bone width="7ch" />}</dd>
        </div>
        <div>
          <dt>Collateral</dt>
          <dd>{segment ? formatRupees(segment.available.collateral) : <Bone width="7ch" />}</dd>
        </div>
      </dl>
    </div>
  );
}
