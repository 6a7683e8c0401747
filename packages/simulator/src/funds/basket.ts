import type { Market } from "../market/market.ts";
import type { Account } from "../portfolio/account.ts";
import { netQuantity } from "../portfolio/position.ts";
import { type Exposure, type Margin, marginOf, NO_MARGIN } from "./margin.ts";
import { sumMargins } from "./margin-rows.ts";

/** What counts against one another: contracts on the same underlying, and the same share under the same product. */
function groupOf({ instrument, product }: Exposure): string {
  if (instrument.expiry !== "") return `${instrument.exchange} ${instrument.spot.name}`;
  return `${instrument.exchange} ${instrument.tradingsymbol} ${product}`;
}

/**
 * Margin of several exposures held together. Of a group only the side counts on which more could be lost, and premiums
 * received pay for premiums spent.
 */
function spreadMargin(exposures: readonly Exposure[]): Margin {
  const groups = new Map<string, Exposure[]>();
  for (const exposure of exposures) {
    const key = groupOf(exposure);
    groups.set(key, [...(groups.get(key) ?? []), exposure]);
  }
  return sumMargins([...groups.values()].map(groupMargin));
}

function groupMargin(exposures: readonly Exposure[]): Margin {
  const rising = sumMargins(exposures.filter(losesOnRise).map(marginOf));
  const falling = sumMargins(exposures.filter((exposure) => !losesOnRise(exposure)).map(marginOf));
  const worse =
    rising.span + rising.exposure + rising.var > falling.span + falling.exposure + falling.var ? rising : falling;
  const received = exposures
    .filter(isWritten)
    .reduce((sum, { instrument, price, quantity }) => sum + price * quantity * instrument.multiplier, 0);
  return { ...worse, option_premium: rising.option_premium + falling.option_premium - received };
}

const isOption = ({ instrument }: Exposure): boolean =>
  instrument.instrument_type === "CE" || instrument.instrument_type === "PE";
const isWritten = (exposure: Exposure): boolean => isOption(exposure) && exposure.side === "SELL";

/** Sold futures, shares and calls lose when the price rises, and so do bought puts. */
const losesOnRise = ({ instrument, side }: Exposure): boolean =>
  (instrument.instrument_type === "PE") !== (side === "SELL");

/** Open positions as if they were opened now. */
export function exposuresOf(account: Account, market: Market): Exposure[] {
  return account.positions.flatMap((position) => {
    const { instrument, product } = position;
    const net = netQuantity(position);
    if (net === 0) return [];
    const price = market.priceOf(instrument).last_price;
    return [{ instrument, product, side: net > 0 ? "BUY" : "SELL", quantity: Math.abs(net), price } as const];
  });
}

/** Margin that orders take on top of what is held already. */
export function addedMargin(held: readonly Exposure[], orders: readonly Exposure[]): Margin {
  const before = held.length === 0 ? NO_MARGIN : spreadMargin(held);
  const after = spreadMargin([...held, ...orders]);
  return {
    span: after.span - before.span,
    exposure: after.exposure - before.exposure,
    option_premium: after.option_premium - before.option_premium,
    var: after.var - before.var,
    leverage: 1,
  };
}
