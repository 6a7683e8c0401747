export type TransactionType = "BUY" | "SELL";

export type Product = "NRML" | "MIS" | "CNC";

export type OrderType = "LIMIT" | "MARKET" | "SL" | "SL-M";

export type Variety = "amo" | "auction" | "co" | "iceberg" | "regular";

export type Validity = "DAY" | "IOC" | "TTL";

export type TriggerType = "two-leg" | "single";
