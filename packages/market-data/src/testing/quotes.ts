import type { DepthLevel, Quote, QuoteWire } from "@kite/models";

const level = (price: number, quantity: number, orders: number): DepthLevel => ({ price, quantity, orders });
const none = level(0, 0, 0);

/** A quote of INFY on the wire. */
export const infyWire: QuoteWire = {
  instrument_token: 408065,
  timestamp: "2026-03-04 11:15:24",
  last_trade_time: "2026-03-04 11:15:23",
  last_price: 1412.95,
  last_quantity: 5,
  buy_quantity: 1903,
  sell_quantity: 740,
  volume: 7360198,
  average_price: 1412.47,
  oi: 0,
  oi_day_high: 0,
  oi_day_low: 0,
  net_change: 0,
  lower_circuit_limit: 1250.7,
  upper_circuit_limit: 1528.6,
  ohlc: { open: 1396, high: 1421.75, low: 1395.55, close: 1389.65 },
  depth: {
    buy: [level(1412.95, 191, 2), level(1412.9, 100, 1), level(1412.4, 9, 1), none, none],
    sell: [level(1413.25, 60, 3), level(1413.3, 40, 1), none, none, none],
  },
};

/** The same, typed. */
export const infy: Quote = {
  ...infyWire,
  instrument_token: 408065,
  timestamp: new Date("2026-03-04T05:45:24Z"),
  last_trade_time: new Date("2026-03-04T05:45:23Z"),
};

/** An index on the wire: nobody trades it. */
export const niftyWire: QuoteWire = {
  instrument_token: 256265,
  timestamp: "2026-03-04 11:15:24",
  last_price: 24853.15,
  net_change: 0,
  ohlc: { open: 24800, high: 24900.05, low: 24750, close: 24801.9 },
};
