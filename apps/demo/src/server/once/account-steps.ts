import { formatRupees } from "../../shared/rupees.ts";
import type { Walk } from "./walk.ts";

/** Whose account it is, and what it may spend. */
export async function accountSteps({ kite, terminal: { block }, part, step }: Walk): Promise<void> {
  part("The account");
  const profile = await step("kite.auth.getProfile", () => kite.auth.getProfile());
  block([`Exchanges  ${profile.exchanges.join(", ")}`, `Products   ${profile.products.join(", ")}`]);

  const { equity, commodity } = await step("kite.auth.getMargins", () => kite.auth.getMargins());
  block([
    `Equity     ${formatRupees(equity.net)} available, ${formatRupees(equity.utilised.debits)} used`,
    `Commodity  ${formatRupees(commodity.net)} available, ${formatRupees(commodity.utilised.debits)} used`,
  ]);
}
