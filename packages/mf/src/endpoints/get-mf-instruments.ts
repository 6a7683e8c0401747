import { type CallOptions, defineEndpoint, type Endpoint, type KiteClient } from "@kite/core";
import type { MFInstrument } from "@kite/models";
import { readInstruments } from "../instruments/read-instruments.ts";

const dump: Endpoint<void, MFInstrument[], string> = defineEndpoint({
  id: "getMFInstruments",
  method: "GET",
  path: "/mf/instruments",
  accept: "csv",
  response: { "~standard": { validate: readInstruments } },
});

/**
 * Lists all funds. Amounts and NAVs are rupees, quantities are units with decimals. `raw` gives the CSV.
 *
 * The list is long: keep it for the day. The CSV parser is loaded with the first call.
 *
 * @example
 * const funds = await getMFInstruments(kite);
 * const index = funds.filter(({ name, plan, purchase_allowed }) => purchase_allowed && plan === "direct" && /index/i.test(name));
 *
 * @see https://kite.trade/docs/connect/v3/mutual-funds/#instruments
 * @function
 */
export const getMFInstruments: Endpoint<void, MFInstrument[], string> = Object.assign(
  async (kite: KiteClient, options?: CallOptions): Promise<MFInstrument[]> => {
    if (kite.validation.mode !== "off") return dump(kite, options);
    // "off" skips the check, not the reading: a text is no list of funds.
    const { data } = await dump.raw(kite, options);
    return (await readInstruments(data)).value ?? [];
  },
  { raw: dump.raw, spec: dump.spec },
);
