import { dateOf } from "../market/day.ts";
import type { Instrument } from "../market/instrument.ts";
import type { Account } from "./account.ts";
import { type Delivery, financedPart, type Holding, UNFINANCED } from "./holding.ts";
import { netQuantity, type Part, type Position, split } from "./position.ts";
import { settlementDay } from "./settlement-day.ts";

/**
 * Moves what was traded for delivery on the day before `day` between positions and the demat account: sales go out of it,
 * purchases are on their way to it. What has been settled by then arrives.
 */
export function deliver(account: Account, day: number): void {
  const traded = account.positions.filter(({ product }) => product === "CNC" || product === "MTF");
  const sales = traded.filter((position) => netQuantity(position) < 0);
  const purchases = traded.filter((position) => netQuantity(position) > 0);
  for (const position of sales) change(account, position.instrument, day, (holding) => sold(holding, position));
  for (const position of purchases) {
    change(account, position.instrument, day, (holding) => bought(holding, position, settlementDay(day - 1)));
  }
  const morning = account.holdings.map((holding) => begun(holding, day)).filter(isLeft);
  account.holdings.splice(0, account.holdings.length, ...morning);
}

function change({ holdings }: Account, instrument: Instrument, day: number, to: (holding: Holding) => Holding): void {
  const index = holdings.findIndex((one) => one.instrument.isin === instrument.isin);
  const holding = holdings[index];
  if (holding) holdings[index] = to(holding);
  else holdings.push(to(emptyHolding(instrument, dateOf(day))));
}

/** Shares that are still on their way go first. */
function sold(holding: Holding, position: Position): Holding {
  const quantity = -netQuantity(position);
  if (position.product === "MTF") {
    const { rest } = split(holding.mtf, Math.min(quantity, holding.mtf.quantity));
    return { ...holding, mtf: financedPart(rest.quantity, rest.value) };
  }
  let left = quantity;
  const deliveries = holding.deliveries.map((delivery) => {
    const taken = Math.min(left, delivery.quantity);
    left -= taken;
    return { ...delivery, quantity: delivery.quantity - taken };
  });
  return { ...holding, deliveries, realised_quantity: holding.realised_quantity - left };
}

function bought(holding: Holding, position: Position, day: number): Holding {
  const part = openPart(position);
  if (position.product === "MTF") {
    const { mtf } = holding;
    return { ...holding, mtf: financedPart(mtf.quantity + part.quantity, mtf.value + part.value) };
  }
  const before = holding.realised_quantity + onTheWay(holding.deliveries);
  return {
    ...holding,
    deliveries: [...holding.deliveries, { quantity: part.quantity, day }],
    average_price: (holding.average_price * before + part.value) / (before + part.quantity),
  };
}

/** What is left open of the day's purchases, at their average price. */
function openPart(position: Position): Part {
  return split(position.bought, netQuantity(position)).piece;
}

/** The holding as a new day finds it. */
function begun(holding: Holding, day: number): Holding {
  const deliveries = holding.deliveries.filter((delivery) => delivery.day >= day && delivery.quantity > 0);
  const arrived = holding.deliveries.filter((delivery) => delivery.day < day);
  const realised_quantity = holding.realised_quantity + onTheWay(arrived);
  const current = holding.authorised_date >= dateOf(day);
  return {
    ...holding,
    deliveries,
    t1_quantity: onTheWay(deliveries),
    realised_quantity,
    used_quantity: 0,
    mtf: holding.mtf.used_quantity === 0 ? holding.mtf : { ...holding.mtf, used_quantity: 0 },
    // a release that was given in the evening is for the new day
    authorised_quantity: current ? Math.min(holding.authorised_quantity, realised_quantity) : 0,
  };
}

const onTheWay = (deliveries: readonly Delivery[]): number =>
  deliveries.reduce((sum, { quantity }) => sum + quantity, 0);

const isLeft = ({ realised_quantity, t1_quantity, short_quantity, mtf }: Holding): boolean =>
  realised_quantity !== 0 || t1_quantity !== 0 || short_quantity !== 0 || mtf.quantity !== 0;

const emptyHolding = (instrument: Instrument, today: string): Holding => ({
  instrument,
  realised_quantity: 0,
  t1_quantity: 0,
  deliveries: [],
  used_quantity: 0,
  short_quantity: 0,
  collateral_quantity: 0,
  collateral_type: "",
  discrepancy: false,
  average_price: 0,
  authorised_quantity: 0,
  authorised_date: today,
  mtf: UNFINANCED,
  absent: [],
});
