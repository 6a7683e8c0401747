import type { SegmentMargin } from "@kite/auth";
import { type ReactNode, useId } from "react";
import { formatRupees } from "../../shared/rupees.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";

interface SegmentPanelProps {
  readonly name: string;
  /** Undefined while it is on its way. */
  readonly segment: SegmentMargin | undefined;
}

/** The money of one segment: what is left, what it comes from, and what uses it. */
export function SegmentPanel({ name, segment }: SegmentPanelProps): ReactNode {
  const heading = useId();
  const off = segment && !segment.enabled;
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>{name}</h2>
      </div>
      {off ? (
        <Empty title="Not enabled for this account">There are no funds in this segment.</Empty>
      ) : (
        <>
          <Lead segment={segment} titled={heading} />
          <Parts title="Where it comes from" parts={availableParts} amounts={segment?.available} />
          <Parts title="What uses it" parts={usedParts} amounts={segment?.utilised} />
        </>
      )}
    </section>
  );
}

function Lead({
  segment,
  titled,
}: {
  readonly segment: SegmentMargin | undefined;
  readonly titled: string;
}): ReactNode {
  const net = segment?.net ?? 0;
  const used = segment?.utilised.debits ?? 0;
  const all = Math.max(net, 0) + Math.max(used, 0);
  const share = all === 0 ? 0 : (Math.max(used, 0) * 100) / all;
  return (
    <div className="funds-lead">
      <p className="funds-net">
        {segment ? formatRupees(net) : <Bone width="9ch" />} <small>available</small>
      </p>
      <meter
        className="segment-bar"
        min={0}
        max={100}
        value={share}
        aria-labelledby={titled}
        aria-valuetext={`${Math.round(share)} % used`}
      />
      <p className="funds-used">{segment ? `${formatRupees(used)} used` : <Bone width="11ch" />}</p>
    </div>
  );
}

type AvailablePart = keyof SegmentMargin["available"];
/** All of it is shown above. */
type UsedPart = Exclude<keyof SegmentMargin["utilised"], "debits">;

interface Part<Name extends string> {
  readonly part: Name;
  readonly name: string;
  readonly note: string;
}

const availableParts: readonly Part<AvailablePart>[] = [
  { part: "opening_balance", name: "Opening balance", note: "cash at the start of the day" },
  { part: "intraday_payin", name: "Paid in today", note: "in the cash already" },
  { part: "cash", name: "Cash", note: "what is paid in today included" },
  { part: "live_balance", name: "Live balance", note: "now" },
  { part: "collateral", name: "Collateral", note: "against pledged holdings" },
  { part: "adhoc_margin", name: "Ad hoc margin", note: "added by the broker" },
];

const usedParts: readonly Part<UsedPart>[] = [
  { part: "span", name: "SPAN", note: "for the risk of derivatives" },
  { part: "exposure", name: "Exposure", note: "on top of SPAN" },
  { part: "option_premium", name: "Option premium", note: "paid for options" },
  { part: "delivery", name: "Delivery", note: "for what is bought to be delivered" },
  { part: "liquid_collateral", name: "Liquid collateral", note: "used of pledged liquid funds" },
  { part: "stock_collateral", name: "Stock collateral", note: "used of pledged shares" },
  { part: "holding_sales", name: "Holdings sold", note: "proceeds of today" },
  { part: "turnover", name: "Turnover", note: "as the exchange reckons it" },
  { part: "m2m_realised", name: "Realised M2M", note: "booked today; a gain frees margin" },
  { part: "m2m_unrealised", name: "Unrealised M2M", note: "of what is open" },
  { part: "payout", name: "Withdrawn", note: "paid out today" },
];

interface PartsProps<Name extends string> {
  readonly title: string;
  readonly parts: readonly Part<Name>[];
  readonly amounts: Readonly<Partial<Record<Name, number | undefined>>> | undefined;
}

/** The parts that the exchange tells; older answers have fewer. */
function Parts<Name extends string>({ title, parts, amounts }: PartsProps<Name>): ReactNode {
  return (
    <div className="funds-parts">
      <h3>{title}</h3>
      <dl>
        {parts
          .filter(({ part }) => !amounts || amounts[part] !== undefined)
          .map(({ part, name, note }) => (
            <div key={part} className={amounts?.[part] === 0 ? "nothing" : undefined}>
              <dt>
                {name} <small>{note}</small>
              </dt>
              <dd>{amounts ? formatRupees(amounts[part] ?? 0) : <Bone width="7ch" />}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
