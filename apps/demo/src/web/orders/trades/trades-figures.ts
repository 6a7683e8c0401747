import type { KiteClient } from "@kite/core";
import { getTradesWithPnl } from "@kite/orders";
import { getHoldings, getPositions } from "@kite/portfolio";
import { kite } from "../../api/kite.ts";
import type { Figures } from "../../api/use-figures.ts";
import { carriedUnits } from "./carried-units.ts";
import { type TradesRows, tradesRows } from "./trades-rows.ts";

export const tradesFigures: Figures<TradesRows> = { key: ["trades"], read: (signal) => readTrades(kite, signal) };

/** Reads the day's trades and what they gained. Gains need two things that trades do not tell: what a lot is worth, and what was held before. */
export async function readTrades(client: KiteClient, signal: AbortSignal): Promise<TradesRows> {
  const [{ net }, holdings] = await Promise.all([getPositions(client, { signal }), getHoldings(client, { signal })]);
  const multipliers = Object.fromEntries(
    net.map(({ exchange, tradingsymbol, multiplier }) => [`${exchange}:${tradingsymbol}`, multiplier]),
  );
  const params = { multipliers, carried: carriedUnits(net, holdings), charges: true };
  return tradesRows(await getTradesWithPnl(client, params, { signal }));
}
