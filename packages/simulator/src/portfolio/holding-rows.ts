import type { Price } from "../market/quote.ts";
import { authorisedFor, type Holding, type LateKey, valueHolding } from "./holding.ts";

const LATE_KEYS: readonly LateKey[] = ["used_quantity", "authorisation", "short_quantity", "mtf"];

/** Renders the row of `GET /portfolio/holdings`. `session` is the depository session, `yyyy-mm-dd`. */
export function holdingRow(holding: Holding, price: Price, session: string): Record<string, unknown> {
  const { instrument, mtf } = holding;
  const { quantity, pnl, day_change, day_change_percentage } = valueHolding(holding, price);
  return without(holding.absent, {
    tradingsymbol: instrument.tradingsymbol,
    exchange: instrument.exchange,
    instrument_token: instrument.instrument_token,
    isin: instrument.isin,
    product: "CNC",
    price: 0,
    quantity,
    used_quantity: holding.used_quantity,
    t1_quantity: holding.t1_quantity,
    realised_quantity: holding.realised_quantity,
    authorised_quantity: authorisedFor(session, holding),
    authorised_date: `${holding.authorised_date} 00:00:00`,
    authorisation: {},
    opening_quantity: holding.realised_quantity + holding.t1_quantity,
    short_quantity: holding.short_quantity,
    collateral_quantity: holding.collateral_quantity,
    collateral_type: holding.collateral_type,
    discrepancy: holding.discrepancy,
    average_price: holding.average_price,
    last_price: price.last_price,
    close_price: price.close_price,
    pnl,
    day_change,
    day_change_percentage,
    mtf,
  });
}

/** Renders the row of `GET /portfolio/holdings/compact`. */
export function compactRow(holding: Holding, price: Price): Record<string, unknown> {
  const { exchange, tradingsymbol, instrument_token } = holding.instrument;
  const { quantity } = valueHolding(holding, price);
  return { exchange, tradingsymbol, instrument_token, t1_quantity: holding.t1_quantity, quantity };
}

/** Renders the row of `GET /portfolio/holdings/auctions`. */
export function auctionRow(
  holding: Holding,
  price: Price,
  session: string,
  auction_number: string,
): Record<string, unknown> {
  const row = without(LATE_KEYS, holdingRow(holding, price, session));
  // the auction market lists the share under a token of its own: segment code 10 instead of 1
  const instrument_token = Math.floor(holding.instrument.instrument_token / 256) * 256 + 10;
  return { ...row, instrument_token, auction_number };
}

function without(keys: readonly string[], row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([key]) => !keys.includes(key)));
}
