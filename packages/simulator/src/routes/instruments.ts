import { csv } from "../csv.ts";
import type { Exchange } from "../exchange.ts";
import { EXCHANGES, type Instrument, isIndex, toRupees } from "../market/instrument.ts";
import type { Market } from "../market/market.ts";
import { invalid } from "../refusal.ts";
import { type App, signedIn } from "./signed-in.ts";

/** The dump of everything that is listed today, whole or by exchange. */
export function instrumentsRoutes(app: App, exchange: Exchange): void {
  const { market } = exchange;
  const session = signedIn(exchange);

  app.get("/instruments", session, () => dump(market, market.list()));

  app.get("/instruments/:exchange", session, ({ req }) => {
    const wanted = EXCHANGES.find((name) => name === req.param("exchange"));
    if (!wanted) throw invalid("exchange");
    return dump(
      market,
      market.list().filter(({ exchange }) => exchange === wanted),
    );
  });
}

const COLUMNS = [
  "instrument_token",
  "exchange_token",
  "tradingsymbol",
  "name",
  "last_price",
  "expiry",
  "strike",
  "tick_size",
  "lot_size",
  "instrument_type",
  "segment",
  "exchange",
];

function dump(market: Market, instruments: readonly Instrument[]): Response {
  return csv([COLUMNS, ...instruments.map((instrument) => row(market, instrument))]);
}

function row(market: Market, instrument: Instrument): string[] {
  const { exchange, instrument_token, instrument_type, lot_size, tick } = instrument;
  // nobody trades an index, so it has neither steps nor lots
  const traded = !isIndex(instrument);
  return [
    String(instrument_token),
    String(Math.floor(instrument_token / 256)),
    instrument.tradingsymbol,
    instrument.name,
    instrument_type === "EQ" ? "0.0" : decimal(market.settlement(instrument)),
    instrument.expiry,
    exchange === "MCX" && instrument_type === "FUT" ? "" : decimal(instrument.strike),
    traded ? decimal(toRupees(tick)) : "0.0",
    String(traded ? lot_size : 0),
    instrument_type,
    instrument.segment,
    exchange,
  ];
}

/** At least one decimal, as the real files write whole rupees. */
function decimal(rupees: number): string {
  return Number.isInteger(rupees) ? `${rupees}.0` : String(rupees);
}
