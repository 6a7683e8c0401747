/** Exchanges that take orders; completes the known ones, takes any. */
export type OrderExchange = KnownExchange | (string & {});

/** Exchanges that take IOC orders. MCX does not, and an exchange known only at run time might be MCX. */
export type IOCExchange = Exclude<KnownExchange, "MCX">;

type KnownExchange = "NSE" | "BSE" | "NFO" | "BFO" | "CDS" | "BCD" | "MCX";

/** Products that orders are placed in; completes the known ones, takes any. */
export type OrderProduct = "CNC" | "NRML" | "MIS" | "MTF" | (string & {});

/** What every order has. */
export interface OrderBasics {
  /** Exact symbol from the instruments list. */
  readonly tradingsymbol: string;
  readonly transaction_type: "BUY" | "SELL";
  /** At least 1: shares on NSE and BSE, units (a multiple of the lot size) on NFO and BFO, lots on MCX, CDS and BCD. */
  readonly quantity: number;
  /** Margin product: `CNC` delivery, `MIS` intraday, `NRML` carried derivatives, `MTF` funded delivery. */
  readonly product: OrderProduct;
  /** Part of the quantity that the market sees; shares only. */
  readonly disclosed_quantity?: number | undefined;
  /** Lets Kite cut a quantity above the exchange's freeze limit into at most 10 orders. They can fail one by one. */
  readonly autoslice?: boolean | undefined;
  /** Your mark on the order, 1 to 20 letters and digits. Not changeable later; not in trades and positions. */
  readonly tag?: string | undefined;
  /** Id of a registered algorithm. */
  readonly algo_id?: string | undefined;
}
