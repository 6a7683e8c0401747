import type { KiteClient } from "@kite/core";
import { getGTTs } from "@kite/gtt";
import { getLTP } from "@kite/market-data";
import { kite } from "../api/kite.ts";
import type { Figures } from "../api/use-figures.ts";
import { type TriggerRow, triggerRow } from "./trigger-row.ts";

/** The triggers, the newest first. */
export const gttFigures: Figures<readonly TriggerRow[]> = {
  key: ["gtt"],
  read: (signal) => readTriggers(kite, signal),
};

/** Lists the triggers, those that wait with the price of now. */
export async function readTriggers(kite: KiteClient, signal?: AbortSignal): Promise<readonly TriggerRow[]> {
  const options = signal && { signal };
  const triggers = await getGTTs(kite, options);
  const active = triggers.filter(({ status }) => status === "active").map(({ condition }) => keyOf(condition));
  const prices: Readonly<Record<string, { readonly last_price: number } | null>> =
    active.length > 0 ? await getLTP(kite, [...new Set(active)], options) : {};
  return triggers
    .map((trigger) => triggerRow(trigger, prices[keyOf(trigger.condition)]?.last_price))
    .sort((one, other) => other.created_at.getTime() - one.created_at.getTime());
}

const keyOf = ({ exchange, tradingsymbol }: { readonly exchange: string; readonly tradingsymbol: string }): string =>
  `${exchange}:${tradingsymbol}`;
