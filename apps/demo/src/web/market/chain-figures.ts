import { getLTP, getOptionChain } from "@kite/market-data";
import { kite } from "../api/kite.ts";
import { KnownFailure } from "../api/known-failure.ts";
import type { Figures } from "../api/use-figures.ts";
import { type ChainRows, chainRows } from "./chain-rows.ts";
import { loadPageInstruments } from "./instruments.ts";
import { spotKeyOf } from "./underlying.ts";

/** The options on something, `NIFTY`, that expire on a day, `yyyy-mm-dd`, or next. Throws `KnownFailure` where there are none. */
export const chainFigures = (name: string, expiry: string | undefined): Figures<ChainRows> => ({
  key: ["chain", name, expiry ?? "next"],
  read: async (signal) => {
    const instruments = await loadPageInstruments();
    const chain = getOptionChain(instruments, { name, expiry });
    if (!chain) throw noOptions(name);
    const spot = await spotOf(spotKeyOf(chain, instruments), signal);
    const params = { name, expiry: chain.expiry, exchange: chain.exchange, spot: spot?.last_price };
    return chainRows((spot && getOptionChain(instruments, params)) || chain, spot);
  },
});

async function spotOf(key: string | undefined, signal: AbortSignal): Promise<ChainRows["spot"]> {
  const last_price = key && (await getLTP(kite, [key], { signal }))[key]?.last_price;
  return key && last_price ? { key, last_price } : null;
}

const noOptions = (name: string): KnownFailure =>
  new KnownFailure({
    code: "NoOptions",
    message: `There are no options on ${name}.`,
    what_to_do: "Search for a share or an index that has some.",
  });
