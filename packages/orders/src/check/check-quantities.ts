import type { PlaceOrderParams } from "../params/place-order-params.ts";
import type { OrderFinding } from "./finding.ts";

/** Checks quantities against the lot. */
export function checkLot(order: PlaceOrderParams, lot: number): OrderFinding[] {
  if (!(lot > 1)) return [];
  return (["quantity", "disclosed_quantity", "iceberg_quantity"] as const).flatMap((field): OrderFinding[] => {
    const value = order[field];
    if (value === undefined || value % lot === 0) return [];
    const suggestion = value - (value % lot);
    const message = `${value} is not a multiple of the lot size ${lot}`;
    return [{ field, rule: "lot", severity: "error", message, ...(suggestion > 0 && { suggestion }) }];
  });
}

/** Checks the quantity against the largest single order, `freeze`, of which only whole lots count. */
export function checkFreeze(order: PlaceOrderParams, lot: number, freeze: number | undefined): OrderFinding[] {
  if (freeze === undefined) return [];
  const largest = lot > 1 ? freeze - (freeze % lot) : freeze;
  const isIceberg = order.variety === "iceberg";
  const field = isIceberg ? "iceberg_quantity" : "quantity";
  const value = (isIceberg ? order.iceberg_quantity : order.quantity) ?? 0;
  if (value <= largest || largest <= 0) return [];
  const slices = Math.ceil(value / largest);
  const above = `${value} is above ${largest}, the largest single order`;
  const common = { rule: "freeze", severity: "error" } as const;
  if (isIceberg) return [{ ...common, field, message: above, suggestion: largest }];
  if (slices > 10) {
    const message = `${above}, and would need ${slices} slices where 10 are allowed`;
    return [{ ...common, field, message, suggestion: order.autoslice ? 10 * largest : largest }];
  }
  if (order.autoslice) return [];
  return [
    { ...common, field: "autoslice", message: `${above}; as ${slices} slices it can be placed`, suggestion: true },
  ];
}

/** Checks the part of the quantity that is shown. */
export function checkDisclosed(order: PlaceOrderParams): OrderFinding[] {
  const { disclosed_quantity: disclosed, quantity, exchange } = order;
  if (disclosed === undefined) return [];
  const common = { field: "disclosed_quantity", rule: "disclosed" } as const;
  if (exchange !== "NSE" && exchange !== "BSE") {
    return [{ ...common, severity: "error", message: `only shares can be disclosed in part, not ${exchange}` }];
  }
  if (disclosed > quantity) {
    const message = `${disclosed} is more than the quantity ${quantity}`;
    return [{ ...common, severity: "error", message, suggestion: quantity }];
  }
  if (disclosed * 10 >= quantity) return [];
  const message = `the exchange wants about a tenth of the quantity ${quantity} to be shown`;
  return [{ ...common, severity: "warning", message, suggestion: Math.ceil(quantity / 10) }];
}

/** Checks that the legs of an iceberg make up its quantity. */
export function checkIceberg(order: PlaceOrderParams): OrderFinding[] {
  if (order.variety !== "iceberg") return [];
  const { quantity, iceberg_legs: legs, iceberg_quantity: leg } = order;
  const findings: OrderFinding[] = [];
  const needed = Math.ceil(quantity / leg);
  if (legs !== needed) {
    const message = `legs of ${leg} make ${needed} for a quantity of ${quantity}, not ${legs}`;
    const suggestion = needed >= 2 && { suggestion: needed };
    findings.push({ field: "iceberg_legs", rule: "iceberg", severity: "error", message, ...suggestion });
  }
  if (legs > 50) {
    const message = `${legs} legs are more than the documented 50`;
    findings.push({ field: "iceberg_legs", rule: "iceberg", severity: "warning", message });
  }
  return findings;
}
