/** Exchanges. The type has those an order can go to; `NSEIX` is in the value alone, as it was. */
export const Exchanges = {
  NSE: "NSE",
  BSE: "BSE",
  NFO: "NFO",
  BFO: "BFO",
  CDS: "CDS",
  MCX: "MCX",
  BCD: "BCD",
  NSEIX: "NSEIX",
} as const;
export type Exchanges = Exclude<(typeof Exchanges)[keyof typeof Exchanges], "NSEIX">;

export const TransactionTypes = { BUY: "BUY", SELL: "SELL" } as const;

export const Products = { NRML: "NRML", MIS: "MIS", CNC: "CNC" } as const;

export const OrderTypes = { LIMIT: "LIMIT", SL: "SL", SLM: "SL-M", MARKET: "MARKET" } as const;

export const Validities = { DAY: "DAY", IOC: "IOC", TTL: "TTL" } as const;

/** `AUTO` leaves the market protection to Kite. The second entry finds the name by the number, as an enum does. */
export const MarketProtections = { AUTO: -1, "-1": "AUTO" } as const;
