import type { AlertAttribute, AlertBasket, alertOperators, Exchange } from "@kite/models";
import type { AlertBasketParams } from "./basket-params.ts";

/** What is watched: the left side of the comparison, and how it is compared. */
export interface AlertSubject {
  /** For people. Also what to look for after a doubtful creation: make it tell your alerts apart. */
  readonly name: string;
  /** `INDICES` for an index. */
  readonly lhs_exchange: Exchange;
  readonly lhs_tradingsymbol: string;
  readonly lhs_attribute: AlertAttribute;
  readonly operator: (typeof alertOperators)[number];
}

/** Compares with a number. */
export interface ConstantTarget {
  readonly rhs_type: "constant";
  /** In the unit of the left side: rupees per unit, or points of an index. */
  readonly rhs_constant: number;
  readonly rhs_exchange?: undefined;
  readonly rhs_tradingsymbol?: undefined;
  readonly rhs_attribute?: undefined;
}

/** Compares with another instrument. */
export interface InstrumentTarget {
  readonly rhs_type: "instrument";
  readonly rhs_exchange: Exchange;
  readonly rhs_tradingsymbol: string;
  readonly rhs_attribute: AlertAttribute;
  readonly rhs_constant?: undefined;
}

/** Notifies. */
export interface SimpleAlert {
  readonly type: "simple";
  readonly basket?: undefined;
}

/** Notifies and places the orders of a basket. */
export interface OrderAlert {
  readonly type: "ato";
  /** A basket that `getAlerts` gave can be sent back as it is. */
  readonly basket: AlertBasketParams | AlertBasket;
}

/** A whole alert. */
export type CreateAlertParams = AlertSubject & (ConstantTarget | InstrumentTarget) & (SimpleAlert | OrderAlert);
