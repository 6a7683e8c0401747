// Makes an alert at two percent below the last price, shows all alerts, and removes it again.
import { connect } from "./connect.ts";

const { kite, close } = await connect();
const { "NSE:INFY": infy } = await kite.marketData.getLTP(["NSE:INFY"]);
if (!infy) throw new Error("no price of NSE:INFY");

const { uuid } = await kite.alerts.createAlert({
  name: "INFY fell",
  type: "simple",
  lhs_exchange: "NSE",
  lhs_tradingsymbol: "INFY",
  lhs_attribute: "LastTradedPrice",
  operator: "<=",
  rhs_type: "constant",
  rhs_constant: Math.round(infy.last_price * 0.98),
});
for (const { name, status, operator, rhs_constant } of await kite.alerts.getAlerts()) {
  console.log(name, operator, rhs_constant, status);
}
await kite.alerts.deleteAlerts([uuid]);
console.log("removed", uuid);
await close();
