import { expect, test, vi } from "vitest";
import { startSimulator } from "../start.ts";
import { parseCsv } from "../testing/csv.ts";
import { StreamClient } from "../testing/stream-client.ts";
import type { ReadPacket } from "../testing/stream-reader.ts";

// everything that is listed, several times over: that takes a while on a busy machine
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

/** A row of `/quote`. */
// biome-ignore lint/suspicious/noExplicitAny: the answer is what is compared
type Quote = any;

const epoch = (ist: string | null): number => (ist ? Date.parse(`${ist.replace(" ", "T")}+05:30`) / 1000 : 0);

/** What a quote has to say in a packet, in the units of the wire. */
function expectedOf(quote: Quote): Partial<ReadPacket> {
  const token = quote.instrument_token;
  const divisor = { 3: 10_000_000, 6: 10_000 }[token & 0xff] ?? 100;
  const price = (rupees: number): number => Math.round(rupees * divisor);
  const [open, high, low, close] = ["open", "high", "low", "close"].map((name) => price(quote.ohlc[name]));
  const day = { open, high, low, close, time: epoch(quote.timestamp) } as Record<string, number>;
  const shared = { token, last: price(quote.last_price) };
  if (!quote.depth) return { ...shared, length: 32, levels: [], fields: { ...day, change: 0 } };
  const fields = {
    ...day,
    quantity: quote.last_quantity,
    average: price(quote.average_price),
    volume: quote.volume,
    buy: quote.buy_quantity,
    sell: quote.sell_quantity,
    tradeTime: epoch(quote.last_trade_time),
    oi: quote.oi,
    oiHigh: quote.oi_day_high,
    oiLow: quote.oi_day_low,
  };
  const levels = [...quote.depth.buy, ...quote.depth.sell].map(
    (level) => [level.quantity, price(level.price), level.orders] as const,
  );
  return { ...shared, length: 184, fields, levels };
}

test("packets and quotes say the same, in every segment and at any time of day", async () => {
  let now = Date.parse("2026-03-02T08:00:00+05:30");
  await using simulator = await startSimulator({ seed: 7, clock: () => now, tickEveryMs: 3_600_000 });
  const client = await StreamClient.open(simulator);
  const { rows } = parseCsv(await (await client.caller.fetch("/instruments")).text());
  const sample = rows.filter(({ exchange }, place) => exchange === "BCD" || place % 40 === 0 || place < 20);
  const tokens = sample.map(({ instrument_token }) => Number(instrument_token));
  const query = new URLSearchParams(sample.map((row) => ["i", `${row.exchange}:${row.tradingsymbol}`]));
  expect(new Set(tokens.map((token) => token & 0xff))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 9]));
  simulator.setTime(Date.parse("2026-03-02T08:30:00+05:30"));
  client.send({ a: "subscribe", v: tokens });
  client.send({ a: "mode", v: ["full", tokens] });
  await client.settled();

  const agree = async (): Promise<void> => {
    const packets = await client.frameAfter(() => simulator.stream.flood(1));
    const { data } = (await client.caller.get(`/quote?${query}`)).body;
    expect(packets.length).toBeGreaterThan(70);
    expect(packets.sort((one, other) => one.token - other.token)).toEqual(
      Object.values<Quote>(data)
        .map(expectedOf)
        .sort((one, other) => (one.token ?? 0) - (other.token ?? 0)),
    );
  };
  await agree();
  for (const minutes of [45, 1, 317, 290, 9 * 60]) {
    now += minutes * 60_000 + 11_789;
    await agree();
  }
  simulator.setTime(Date.parse("2026-03-02T11:30:00+05:30"));
  await agree();
  simulator.setPrice("NSE:INFY", 1512.5);
  simulator.setPrice("NSE:NIFTY 50", 25_000);
  await agree();
});
