import { formatRupees } from "../../shared/rupees.ts";
import type { Traded } from "./market-steps.ts";
import type { Walk } from "./walk.ts";

/** Makes a price alert, lists it, deletes it. */
export async function alertSteps({ kite, terminal: { block }, part, step }: Walk, traded: Traded): Promise<void> {
  const { exchange, tradingsymbol } = traded.instrument;
  part("An alert");
  const { uuid } = await step("kite.alerts.createAlert", () =>
    kite.alerts.createAlert({
      name: `${tradingsymbol} is up`,
      type: "simple",
      lhs_exchange: exchange,
      lhs_tradingsymbol: tradingsymbol,
      lhs_attribute: "LastTradedPrice",
      operator: ">=",
      rhs_type: "constant",
      rhs_constant: Math.ceil(traded.last_price * 1.05),
    }),
  );
  block([`Alert ${uuid} watches.`]);

  const alerts = await step("kite.alerts.getAlerts", () => kite.alerts.getAlerts({}));
  block(
    alerts.map(({ name, status, lhs_exchange, lhs_tradingsymbol, operator, rhs_constant }) => {
      return `${name} (${status}): ${lhs_exchange}:${lhs_tradingsymbol} ${operator} ${formatRupees(rhs_constant)}`;
    }),
  );
  await step("kite.alerts.deleteAlerts", () => kite.alerts.deleteAlerts([uuid]));
  block(["It is gone."]);
}
