import { formatQuantity } from "../../shared/rupees.ts";
import { fundsTable } from "../terminal/order-tables.ts";
import type { Walk } from "./walk.ts";

/** Mutual funds: what there is, what is held, what is bought each month. */
export async function fundSteps({ kite, terminal: { block, paint }, part, step }: Walk): Promise<void> {
  part("Mutual funds");
  const funds = await step("kite.mf.getMFInstruments", () => kite.mf.getMFInstruments());
  block([`${formatQuantity(funds.length)} funds`]);

  const holdings = await step("kite.mf.getMFHoldings", () => kite.mf.getMFHoldings());
  block(fundsTable(holdings, paint));

  const sips = await step("kite.mf.getMFSIPs", () => kite.mf.getMFSIPs());
  block(
    sips.map(({ fund, frequency, instalment_amount, status }) => {
      return `${fund.slice(0, 40).padEnd(40)}  ₹${formatQuantity(instalment_amount)} ${frequency}, ${status}`;
    }),
  );
}
