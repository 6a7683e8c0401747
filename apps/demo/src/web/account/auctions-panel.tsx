import { type Auction, getAuctions } from "@kite/portfolio";
import { type ReactNode, useId } from "react";
import { formatAmount, formatQuantity } from "../../shared/rupees.ts";
import { kite } from "../api/kite.ts";
import { type Figures, useFigures } from "../api/use-figures.ts";
import { Bone } from "../states/bone.tsx";
import { Empty } from "../states/empty.tsx";
import { PanelProblem } from "../states/panel-problem.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";

/** Once a minute: they are listed in the afternoon, and stay for half an hour. */
const EVERY_MS = 60_000;

const auctionFigures: Figures<readonly Auction[]> = {
  key: ["account", "auctions"],
  read: (signal) => getAuctions(kite, { signal }),
};

/** Holdings that can be sold in an auction now. */
export function AuctionsPanel(): ReactNode {
  const heading = useId();
  const { data: auctions, error, refetch, isFetching } = useFigures(auctionFigures, { every: EVERY_MS });
  return (
    <section className="panel" aria-labelledby={heading}>
      <div className="panel-head">
        <h2 id={heading}>
          Auctions <span className="count">{auctions?.length || ""}</span>
        </h2>
        <span className="panel-note">of shares you hold</span>
      </div>
      {error && !auctions ? (
        <PanelProblem error={error} retry={() => void refetch()} busy={isFetching} />
      ) : auctions?.length === 0 ? (
        <Empty title="No auction now">
          When a seller fails to deliver shares that you hold, the exchange buys them in an auction, and they appear
          here.
        </Empty>
      ) : (
        <ul className="auctions">
          {auctions?.map((auction) => <AuctionItem key={auction.auction_number} auction={auction} />) ?? (
            <li>
              <Bone width="100%" />
            </li>
          )}
        </ul>
      )}
    </section>
  );
}

function AuctionItem({ auction }: { readonly auction: Auction }): ReactNode {
  const { exchange, tradingsymbol, auction_number, quantity, average_price, last_price } = auction;
  return (
    <li>
      <p>
        <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>
        <span className="account-note">Auction {auction_number}</span>
      </p>
      <p className="auction-figures">
        {formatQuantity(quantity)} × {formatAmount(last_price)}
        <span className="account-note">cost {formatAmount(average_price)}</span>
      </p>
    </li>
  );
}
