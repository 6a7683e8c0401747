import type { ReactNode } from "react";
import { directionOf, formatAmount, formatPercent } from "../../shared/rupees.ts";
import { Bone } from "../states/bone.tsx";
import type { BriefQuotes } from "./brief-quotes.ts";
import { quantityOrDash } from "./price-text.ts";
import { instrumentAddress } from "./use-instrument-key.ts";

interface ChainCellsProps {
  readonly side: "call" | "put";
  readonly strike: number;
  /** Key of the option; null where none is listed. */
  readonly contract: string | null;
  readonly spot: number | undefined;
  readonly quotes: BriefQuotes | undefined;
  readonly shown: string;
}

/** The three cells of an option: open interest outside, price next to the strike. */
export function ChainCells({ side, strike, contract, spot, quotes, shown }: ChainCellsProps): ReactNode {
  const quote = contract === null ? null : quotes?.[contract];
  const isInTheMoney = spot !== undefined && (side === "call" ? strike < spot : strike > spot);
  const className = isInTheMoney ? `${side} in-the-money` : side;
  const cells = [
    <td key="oi" className={className}>
      {quote === undefined ? <Bone width="6ch" /> : quantityOrDash(quote?.oi)}
    </td>,
    <td key="change" className={`${className} from-small`}>
      {quote === undefined ? <Bone width="5ch" /> : <ChangePercent percent={quote?.change_percent ?? null} />}
    </td>,
    <td key="price" className={className}>
      {quote === undefined ? (
        <Bone width="6ch" />
      ) : contract === null || quote === null ? (
        "–"
      ) : (
        <a href={instrumentAddress("market", contract)} aria-current={contract === shown ? "true" : undefined}>
          <span className="visually-hidden">{`${strike} ${side} `}</span>
          {formatAmount(quote.last_price)}
        </a>
      )}
    </td>,
  ];
  return side === "call" ? cells : cells.reverse();
}

function ChangePercent({ percent }: { readonly percent: number | null }): ReactNode {
  if (percent === null) return "–";
  return <span className={`change ${directionOf(percent)}`}>{formatPercent(percent)}</span>;
}
