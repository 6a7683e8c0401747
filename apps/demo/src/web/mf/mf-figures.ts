import { getMFHoldings, getMFOrders, getMFSIPs, type MFHolding, type MFOrder, type MFSIP } from "@kite/mf";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";

/** Units that the account holds, a row for each fund and folio. */
export const holdingsFigures: Figures<readonly MFHolding[]> = {
  key: ["mf", "holdings"],
  read: (signal) => getMFHoldings(kite, { signal }),
};

/** Orders of the last seven days, the newest first. */
export const ordersFigures: Figures<readonly MFOrder[]> = {
  key: ["mf", "orders"],
  read: async (signal) => {
    const orders = await getMFOrders(kite, {}, { signal });
    return orders.sort((one, other) => other.order_timestamp.getTime() - one.order_timestamp.getTime());
  },
};

/** SIPs, those that have ended last. */
export const sipsFigures: Figures<readonly MFSIP[]> = {
  key: ["mf", "sips"],
  read: async (signal) => {
    const sips = await getMFSIPs(kite, { signal });
    return sips.sort((one, other) => Number(one.status === "CANCELLED") - Number(other.status === "CANCELLED"));
  },
};
