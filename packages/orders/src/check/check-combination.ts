import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { CheckedInstrument, OrderFinding } from "./finding.ts";

const cash: readonly string[] = ["NSE", "BSE"];
const derivatives: readonly string[] = ["NFO", "BFO", "CDS", "BCD", "MCX"];

type Found = Omit<OrderFinding, "rule" | "severity">;

/** Checks that exchange, product, order type, variety and validity go together. Values that are not known pass. */
export function checkCombination(order: PlaceOrderParams, instrument: CheckedInstrument): OrderFinding[] {
  const judge = (found: Iterable<Found>, severity: OrderFinding["severity"]) =>
    Array.from(found, (each): OrderFinding => ({ ...each, rule: "combination", severity }));
  return [
    ...judge(refusedCombinations(order, instrument), "error"),
    ...judge(doubtfulCombinations(order, instrument), "warning"),
  ];
}

const isOption = ({ instrument_type }: CheckedInstrument): boolean =>
  instrument_type === "CE" || instrument_type === "PE";

function* refusedCombinations(order: PlaceOrderParams, instrument: CheckedInstrument): Generator<Found> {
  const { exchange, product, variety, order_type } = order;
  if (derivatives.includes(exchange) && (product === "CNC" || product === "MTF")) {
    yield { field: "product", message: `${product} is for shares, not for ${exchange}`, suggestion: "NRML" };
  }
  if (cash.includes(exchange) && product === "NRML") {
    yield { field: "product", message: `NRML is for derivatives, not for ${exchange}`, suggestion: "CNC" };
  }
  if (variety === "co" && exchange !== "NSE")
    yield { field: "variety", message: "cover orders are for shares on NSE only" };
  if (variety === "auction" && !cash.includes(exchange))
    yield { field: "exchange", message: "auctions are for shares only" };
  if (order_type === "SL-M" && isOption(instrument)) {
    yield { field: "order_type", message: "options take no SL-M; a SL with a price does the same", suggestion: "SL" };
  }
}

function* doubtfulCombinations(order: PlaceOrderParams, instrument: CheckedInstrument): Generator<Found> {
  const { exchange, product, variety, order_type, validity } = order;
  if (order_type === "MARKET" && exchange === "MCX" && isOption(instrument)) {
    yield { field: "order_type", message: "market orders are blocked for some options on MCX", suggestion: "LIMIT" };
  }
  if (variety === "amo" && validity === "TTL") {
    yield { field: "validity", message: "after-market orders are known with DAY", suggestion: "DAY" };
  }
  if (variety === "iceberg" && product === "MTF")
    yield { field: "product", message: "icebergs are known with CNC, MIS and NRML" };
  if (variety !== "auction") return;
  if (product !== "CNC") yield { field: "product", message: "auction orders are known with CNC", suggestion: "CNC" };
  if (order_type !== "LIMIT")
    yield { field: "order_type", message: "auction orders are known as LIMIT", suggestion: "LIMIT" };
}
