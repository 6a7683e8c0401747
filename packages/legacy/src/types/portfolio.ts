/** A holding in the demat account. Prices are rupees per unit. */
export type PortfolioHolding = {
  tradingsymbol: string;
  exchange: string;
  instrument_token: number;
  isin: string;
  product: string;
  price: number;
  quantity: number;
  used_quantity: number;
  /** Bought and not delivered yet. */
  t1_quantity: number;
  realised_quantity: number;
  authorised_quantity: number;
  /** IST wall time as Kite sends it. */
  authorised_date: string;
  opening_quantity: number;
  collateral_quantity: number;
  collateral_type: string;
  discrepancy: boolean;
  average_price: number;
  last_price: number;
  /** Of the session before. */
  close_price: number;
  pnl: number;
  day_change: number;
  day_change_percentage: number;
};

/** A holding that can be sold in an auction. */
export type AuctionInstrument = PortfolioHolding & {
  /** For an order of variety `auction`. */
  auction_number: string;
};

/** A position. Values are rupees, prices rupees per unit; a negative quantity is short. */
export type Position = {
  tradingsymbol: string;
  exchange: string;
  instrument_token: number;
  product: string;
  quantity: number;
  overnight_quantity: number;
  multiplier: number;
  average_price: number;
  close_price: number;
  last_price: number;
  value: number;
  pnl: number;
  m2m: number;
  unrealised: number;
  realised: number;
  buy_quantity: number;
  buy_price: number;
  buy_value: number;
  buy_m2m: number;
  day_buy_quantity: number;
  day_buy_price: number;
  day_buy_value: number;
  sell_quantity: number;
  sell_price: number;
  sell_value: number;
  sell_m2m: number;
  day_sell_quantity: number;
  day_sell_price: number;
  day_sell_value: number;
};
