import { underlyings } from "../market/contract-list.ts";
import type { Hours } from "../market/hours.ts";
import { EXCHANGES, type ExchangeName, type Instrument, isEquity } from "../market/instrument.ts";
import type { InstrumentRow } from "./instrument-rows.ts";

const HOURS: Readonly<Record<ExchangeName, Hours>> = {
  NSE: "equity",
  BSE: "equity",
  NFO: "equity",
  BFO: "equity",
  CDS: "currency",
  BCD: "currency",
  MCX: "commodity",
};

/** The first day of screen trading in India: nobody can say since when something that was recorded has been listed. */
const LONG_AGO = "1994-11-03";

/**
 * What a row of the dump describes; undefined for an exchange on which nothing can be traded here. The dump does not say
 * what a lot of a commodity or a currency holds, nor the freeze quantities: those come from the simulator's own list, and
 * otherwise are 1 (1000 for currencies) and none.
 *
 * @param rupees - A price it had.
 */
export function recordedInstrument(row: InstrumentRow, rupees: number): Instrument | undefined {
  const exchange = EXCHANGES.find((name) => name === row.exchange);
  const type = (["EQ", "FUT", "CE", "PE"] as const).find((name) => name === row.instrument_type);
  const { tradingsymbol = "", name = "", segment = "", expiry = "" } = row;
  const instrument_token = Number(row.instrument_token);
  if (!exchange || !type || !Number.isSafeInteger(instrument_token)) return undefined;
  const underlying = underlyings.find((one) => one.exchange === exchange && one.symbol === name);
  return {
    exchange,
    tradingsymbol,
    name,
    instrument_token,
    instrument_type: type,
    segment,
    isin: "",
    expiry,
    strike: Number(row.strike) || 0,
    // an index has neither steps nor lots, and nobody trades it
    lot_size: Number(row.lot_size) || 1,
    multiplier: underlying?.multiplier ?? (HOURS[exchange] === "currency" ? 1000 : 1),
    // to the hundredth of a paisa: 0.0025 rupees are a quarter of one
    tick: Math.round((Number(row.tick_size) || 0.05) * 10_000) / 100,
    freezeQuantity: underlying?.freezeQuantity ?? Number.POSITIVE_INFINITY,
    listed: LONG_AGO,
    spot: {
      name: name || tradingsymbol,
      typicalPrice: rupees * 100,
      volatility: 1,
      hours: underlying?.spot.hours ?? HOURS[exchange],
      closesByAuction: isEquity(exchange) && underlyings.some(({ spot }) => spot.name === tradingsymbol),
    },
    activity: 1,
    typicalVolume: 0,
  };
}
