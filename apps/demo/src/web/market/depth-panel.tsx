import type { DepthLevel } from "@kite/market-data";
import { type ReactNode, useId } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import { useLiveQuote } from "../live/use-live-quote.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { formatPrice } from "./price-text.ts";
import type { DepthRows, QuoteRows } from "./quote-rows.ts";

interface DepthPanelProps {
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
  /** The quote could not be had: its own panel says why. */
  readonly failed: boolean;
}

/** The order book: sellers above, buyers below, the best prices next to the gap between them. */
export function DepthPanel({ quote, failed }: DepthPanelProps): ReactNode {
  const heading = useId();
  const { depth, instrument } = useLiveQuote(quote) ?? {};
  return (
    <section className="panel book" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>Market depth</h2>
        <span className="panel-note">five best prices</span>
      </div>
      {failed ? (
        <Empty title="No order book">There is no quote to take it from.</Empty>
      ) : depth === null ? (
        <Empty title="An index has no order book">Nobody buys or sells it: look at its futures.</Empty>
      ) : (
        <Ladder depth={depth} tick_size={instrument?.tick_size ?? 0.05} labelledBy={heading} />
      )}
    </section>
  );
}

interface LadderProps {
  readonly depth: DepthRows | null | undefined;
  readonly tick_size: number;
  readonly labelledBy: string;
}

function Ladder({ depth, tick_size, labelledBy }: LadderProps): ReactNode {
  const { asks = [], bids = [] } = depth ?? {};
  const most = Math.max(1, ...asks.map(({ quantity }) => quantity), ...bids.map(({ quantity }) => quantity));
  const common = { most, tick_size, isLoading: !depth };
  return (
    <>
      <table className="depth" aria-labelledby={labelledBy}>
        <thead>
          <tr>
            <th scope="col">Price</th>
            <th scope="col">Quantity</th>
            <th scope="col">Orders</th>
          </tr>
        </thead>
        <tbody className="asks">
          {[5, 4, 3, 2, 1].map((place) => (
            <Level key={place} side="sell" place={place} level={asks[place - 1]} {...common} />
          ))}
        </tbody>
        <tbody className="depth-gap">
          <tr>
            <th scope="row">Spread</th>
            <td colSpan={2}>{depth ? spreadText(depth, tick_size) : <Bone width="10ch" />}</td>
          </tr>
        </tbody>
        <tbody className="bids">
          {[1, 2, 3, 4, 5].map((place) => (
            <Level key={place} side="buy" place={place} level={bids[place - 1]} {...common} />
          ))}
        </tbody>
      </table>
      <Balance buy={depth?.buy_quantity ?? undefined} sell={depth?.sell_quantity ?? undefined} isLoading={!depth} />
    </>
  );
}

interface LevelProps {
  readonly side: "buy" | "sell";
  readonly place: number;
  /** Undefined where nobody waits. */
  readonly level: DepthLevel | undefined;
  /** Quantity of a full bar. */
  readonly most: number;
  readonly tick_size: number;
  readonly isLoading: boolean;
}

function Level({ side, place, level, most, tick_size, isLoading }: LevelProps): ReactNode {
  if (isLoading) {
    return (
      <tr>
        {["7ch", "6ch", "2ch"].map((width) => (
          <td key={width}>
            <Bone width={width} />
          </td>
        ))}
      </tr>
    );
  }
  const name = `${side === "buy" ? "Buyers" : "Sellers"}, ${place}. `;
  return (
    <tr>
      <th scope="row">
        <span className="visually-hidden">{name}</span>
        {level ? formatPrice(level.price, tick_size) : "–"}
      </th>
      <td>
        <span className="depth-bar" style={{ inlineSize: `${((level?.quantity ?? 0) * 100) / most}%` }} />
        <span className="depth-figure">{level ? formatQuantity(level.quantity) : "–"}</span>
      </td>
      <td>{level ? formatQuantity(level.orders) : "–"}</td>
    </tr>
  );
}

function spreadText({ bids, asks, spread }: DepthRows, tick_size: number): string {
  const [bid, ask] = [bids[0]?.price, asks[0]?.price];
  if (spread === null || bid === undefined || ask === undefined) return "one side is empty";
  return `${formatPrice(spread, tick_size)} (${share.format((spread * 200) / (bid + ask))}\u00a0%)`;
}

/** Spreads are small: two digits that mean something. */
const share = new Intl.NumberFormat("en-IN", { maximumSignificantDigits: 2 });

interface BalanceProps {
  readonly buy: number | undefined;
  readonly sell: number | undefined;
  readonly isLoading: boolean;
}

/** All that is wanted against all that is offered. */
function Balance({ buy = 0, sell = 0, isLoading }: BalanceProps): ReactNode {
  const all = buy + sell;
  const share = all === 0 ? 50 : (buy * 100) / all;
  return (
    <div className="balance">
      <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
        <rect className="balance-buy" width={Math.max(0, share - 0.4)} height="4" />
        <rect className="balance-sell" x={share + 0.4} width={Math.max(0, 99.6 - share)} height="4" />
      </svg>
      <dl>
        <div>
          <dt>Total bids</dt>
          <dd>{isLoading ? <Bone width="6ch" /> : formatQuantity(buy)}</dd>
        </div>
        <div>
          <dt>Total offers</dt>
          <dd>{isLoading ? <Bone width="6ch" /> : formatQuantity(sell)}</dd>
        </div>
      </dl>
    </div>
  );
}
