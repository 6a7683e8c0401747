import type { Tick } from "../decode/tick.ts";

// Written from the published tables alone, with nothing of the decoder in it: byte by byte, prices by way of their decimal text.

/** A big-endian number without a sign. */
const unsigned = (bytes: Uint8Array, start: number, size: number): number =>
  bytes.subarray(start, start + size).reduce((value, byte) => value * 256 + byte, 0);

const signed = (bytes: Uint8Array, start: number): number => {
  const value = unsigned(bytes, start, 4);
  return value < 2 ** 31 ? value : value - 2 ** 32;
};

/** Decimals of a price, by segment code. */
const decimalsOf = (segment: number): number => ({ 3: 7, 6: 4 })[segment] ?? 2;

/** The number that a decimal text stands for: `fromText(-12345n, 2)` is that of "-123.45". */
function fromText(units: bigint, decimals: number): number {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, "0");
  const text = `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return Number(units < 0n ? `-${text}` : text);
}

const time = (bytes: Uint8Array, start: number): Date | null => {
  const seconds = unsigned(bytes, start, 4);
  return seconds === 0 ? null : new Date(seconds * 1000);
};

/** Decodes one packet; undefined when its length is none of the five. */
export function slowTick(packet: Uint8Array): Tick | undefined {
  const instrument_token = unsigned(packet, 0, 4);
  const segment = packet[3] ?? 0;
  const decimals = decimalsOf(segment);
  const price = (start: number) => fromText(BigInt(signed(packet, start)), decimals);
  const count = (start: number) => unsigned(packet, start, 4);
  const known = { instrument_token, last_price: price(4) };
  const change = (closeAt: number) => {
    const close = BigInt(signed(packet, closeAt));
    if (close === 0n) return { change_absolute: null, change_percent: null };
    const difference = BigInt(signed(packet, 4)) - close;
    return {
      change_absolute: fromText(difference, decimals),
      change_percent: fromText((difference * 100n * 10n ** 40n) / close, 40),
    };
  };
  const index = () => ({
    ...known,
    tradable: false as const,
    ohlc: { high: price(8), low: price(12), open: price(16), close: price(20) },
    ...change(20),
  });
  const quote = () => ({
    ...known,
    tradable: true as const,
    last_traded_quantity: count(8),
    average_traded_price: price(12),
    volume_traded: count(16),
    total_buy_quantity: count(20),
    total_sell_quantity: count(24),
    ohlc: { open: price(28), high: price(32), low: price(36), close: price(40) },
    ...change(40),
  });
  const row = (start: number) => ({
    quantity: count(start),
    price: price(start + 4),
    orders: unsigned(packet, start + 8, 2),
  });

  switch (packet.length) {
    case 8:
      return { ...known, mode: "ltp", tradable: segment !== 9 };
    case 28:
      return { ...index(), mode: "quote" };
    case 32:
      return { ...index(), mode: "full", exchange_timestamp: time(packet, 28) };
    case 44:
      return { ...quote(), mode: "quote" };
    case 184:
      return {
        ...quote(),
        mode: "full",
        last_trade_time: time(packet, 44),
        oi: count(48),
        oi_day_high: count(52),
        oi_day_low: count(56),
        exchange_timestamp: time(packet, 60),
        depth: {
          buy: [64, 76, 88, 100, 112].map(row),
          sell: [124, 136, 148, 160, 172].map(row),
        },
      };
    default:
      return undefined;
  }
}
