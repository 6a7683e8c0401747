import { expect, test } from "vitest";
import { frameOf } from "../testing/frames.ts";
import { hex } from "../testing/hex.ts";
import { packetLengths, randomNumbers, randomPacket } from "../testing/random-packets.ts";
import { decodeFrame } from "./decode-frame.ts";
import { readFrame } from "./read-frame.ts";
import type { TickView } from "./tick-view.ts";

const random = randomNumbers(11);
const frame = frameOf(...Array.from({ length: 60 }, () => randomPacket(random)));

test("the same object shows every tick", () => {
  const views = new Set<TickView>();
  readFrame(frame, (tick) => views.add(tick));
  expect(views.size).toBe(1);
});

test("prices, times and rows that make no object are those of the objects", () => {
  const plain = decodeFrame(frame).ticks;
  let count = 0;
  readFrame(frame, (tick) => {
    const expected = plain[count];
    count += 1;
    if (tick.mode === "ltp" || expected?.mode === "ltp" || !expected) return;
    const { open, high, low, close } = tick;
    expect({ open, high, low, close }).toStrictEqual(expected.ohlc);
    if (tick.mode !== "full" || expected.mode !== "full") return;
    expect(tick.exchangeSeconds * 1000).toBe(expected.exchange_timestamp?.getTime() ?? 0);
    if (!tick.tradable || !expected.tradable) return;
    expect(tick.lastTradeSeconds * 1000).toBe(expected.last_trade_time?.getTime() ?? 0);
    for (const side of ["buy", "sell"] as const)
      for (const [row, level] of expected.depth[side].entries())
        expect({
          price: tick.price(side, row),
          quantity: tick.quantity(side, row),
          orders: tick.orders(side, row),
        }).toStrictEqual(level);
  });
  expect(count).toBe(60);
});

test.each([-1, 5, 0.5, 14, Number.NaN, Number.POSITIVE_INFINITY])("row %d does not exist", (row) => {
  readFrame(frameOf(new Uint8Array(184).fill(1), new Uint8Array(184).fill(2)), (tick) => {
    if (tick.mode !== "full" || !tick.tradable) throw new Error("expected a full tick");
    for (const side of ["buy", "sell"] as const)
      expect([tick.price(side, row), tick.quantity(side, row), tick.orders(side, row)]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
  });
});

/** Fields of a view, and the field of a tick that says whether its packet has them. */
const sources = {
  volume_traded: "volume_traded",
  ohlc: "ohlc",
  open: "ohlc",
  close: "ohlc",
  change_absolute: "ohlc",
  change_percent: "ohlc",
  oi: "oi",
  depth: "depth",
  exchangeSeconds: "exchange_timestamp",
  lastTradeSeconds: "last_trade_time",
};

test.each(packetLengths)(
  "a packet of %i bytes, the last of its frame, has undefined where it has no field",
  (length) => {
    readFrame(frameOf(new Uint8Array(length).fill(1)), (tick) => {
      const copy = tick.copy();
      for (const [field, source] of Object.entries(sources))
        expect((tick as unknown as Record<string, unknown>)[field] !== undefined, field).toBe(source in copy);
    });
  },
);

test("problems come back", () => {
  expect(readFrame(hex("0001 0003 AABBCC"), () => {})).toEqual([
    { kind: "unknown-length", offset: 4, length: 3, packets: 1 },
  ]);
});

test("throws what the function throws, and nothing else", () => {
  const stop = new Error("stop");
  expect(() =>
    readFrame(frame, () => {
      throw stop;
    }),
  ).toThrow(stop);
});

test("a copy stays when the view has moved on", () => {
  const copies: unknown[] = [];
  readFrame(frame, (tick) => copies.push(tick.copy()));
  expect(copies).toStrictEqual(decodeFrame(frame).ticks);
});
