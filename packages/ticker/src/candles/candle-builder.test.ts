import { isKiteError } from "@kite/core";
import type { Candle } from "@kite/models";
import { describe, expect, test } from "vitest";
import type { Tick } from "../decode/tick.ts";
import { fullTick, indexTick, ltpTick, quoteTick } from "../testing/ticks.ts";
import { CandleBuilder, type CandleBuilderOptions } from "./candle-builder.ts";

const token = 408065;
/** A moment of Monday, 2 March 2026, in India. */
const at = (clock: string, day = "02"): Date => new Date(`2026-03-${day}T${clock}+05:30`);
const bar = (clock: string, [open, high, low, close]: readonly number[], volume: number, day?: string): Candle =>
  ({ date: at(clock, day), open, high, low, close, volume }) as Candle;
/** A tick that is sent in the second of its trade. */
const traded = (price: number, volume: number, clock: string, day?: string): Tick => {
  const { oi, ...tick } = fullTick(price, volume, { traded: at(clock, day) });
  return tick as Tick;
};

function building(options: Partial<CandleBuilderOptions> = {}) {
  const closed: Candle[] = [];
  const builder = new CandleBuilder({ interval: "5minute", onBar: (candle) => closed.push(candle), ...options });
  return { builder, closed };
}

test("builds bars from the start of trading on, and tells each when the next begins", () => {
  const { builder, closed } = building();
  builder.add(traded(100, 10, "09:15:00"));
  builder.add(traded(102, 15, "09:16:00"));
  builder.add(traded(99, 20, "09:19:59"));
  expect(closed).toEqual([]);
  expect(builder.live(token)).toEqual(bar("09:15:00", [100, 102, 99, 99], 20));
  builder.add(traded(101, 27, "09:20:00"));
  expect(closed).toEqual([bar("09:15:00", [100, 102, 99, 99], 20)]);
  expect(builder.live(token)).toEqual(bar("09:20:00", [101, 101, 101, 101], 7));
});

test("a time without trades has no bar", () => {
  const { builder, closed } = building();
  builder.add(traded(100, 10, "09:15:00"));
  builder.advance(at("09:21:00"));
  builder.advance(at("09:26:00"));
  expect(builder.live(token)).toBeUndefined();
  builder.add(traded(101, 12, "09:31:00"));
  builder.advance(at("09:36:00"));
  expect(closed).toEqual([bar("09:15:00", [100, 100, 100, 100], 10), bar("09:30:00", [101, 101, 101, 101], 2)]);
});

describe("bars begin", () => {
  test.each([
    [408065, "NSE", "09:15"],
    [11_274_498, "NFO", "09:15"],
    [128_028_676, "BSE", "09:15"],
    [256265, "an index", "09:15"],
    [412675, "CDS", "09:00"],
    [1030, "BCD", "09:00"],
    [58_424_839, "MCX", "09:00"],
  ])("for token %d (%s) at %s", (instrument_token, _, start) => {
    const { builder } = building({ interval: "60minute" });
    builder.add(ltpTick(100, instrument_token), at("10:20:00"));
    expect(builder.live(instrument_token)?.date).toEqual(at(start === "09:15" ? "10:15:00" : "10:00:00"));
    builder.add(ltpTick(100, instrument_token + 256), new Date(at(`${start}:00`).getTime() - 1));
    expect(builder.live(instrument_token + 256)).toBeUndefined();
  });

  test("where the hours say, for all or by token; the last bar ends with them", () => {
    const { builder, closed } = building({
      interval: "60minute",
      hours: (each) => (each === token ? { start: "10:00", end: "15:30" } : { start: "18:15", end: "19:15" }),
      graceSeconds: 0,
    });
    builder.add(ltpTick(100), at("15:29:59"));
    builder.add(ltpTick(101), at("15:30:00"));
    builder.add(ltpTick(102, token + 256), at("18:15:00"));
    builder.add(ltpTick(103, token + 256), at("19:15:00"));
    builder.advance(at("15:30:00"));
    expect(closed).toEqual([bar("15:00:00", [100, 100, 100, 100], 0)]);
    expect(builder.live(token + 256)).toEqual(bar("18:15:00", [102, 102, 102, 102], 0));
  });

  test.each([
    ["minute", "11:04:00"],
    ["3minute", "11:03:00"],
    ["7minute", "11:00:00"],
    ["75minute", "10:30:00"],
    ["1440minute", "09:15:00"],
    ["day", "00:00:00"],
  ] as const)("at %s for 11:04:30 at %s", (interval, date) => {
    const { builder } = building({ interval });
    builder.add(ltpTick(100), at("11:04:30"));
    expect(builder.live(token)?.date).toEqual(at(date));
  });
});

test.each([
  [{ interval: "0minute" }, "interval"],
  [{ interval: "1.5minute" }, "interval"],
  [{ interval: "1441minute" }, "interval"],
  [{ interval: "week" }, "interval"],
  [{ hours: { start: "9:15" } }, "hours.start"],
  [{ hours: { start: "09:15", end: "24:01" } }, "hours.end"],
  [{ hours: { start: "15:30", end: "09:15" } }, "hours.end"],
  [{ graceSeconds: -1 }, "graceSeconds"],
  [{ graceSeconds: Number.NaN }, "graceSeconds"],
])("refuses %j", (options, field) => {
  expect(() => building(options as Partial<CandleBuilderOptions>)).toThrow(
    expect.objectContaining({ code: "InvalidInput", field }),
  );
});

describe("the clock", () => {
  test("closes a bar when its time and the grace are over, without a tick", () => {
    const { builder, closed } = building();
    builder.add(traded(100, 10, "09:16:00"));
    builder.advance(at("09:20:01"));
    expect(closed).toEqual([]);
    builder.add(traded(101, 11, "09:19:59"));
    builder.advance(at("09:20:02"));
    expect(closed).toEqual([bar("09:15:00", [100, 101, 100, 101], 11)]);
    builder.advance(at("09:20:03"));
    expect(closed).toHaveLength(1);
  });

  test("closes a day at midnight in India", () => {
    const { builder, closed } = building({ interval: "day", graceSeconds: 0 });
    builder.add(traded(100, 10, "15:29:00"));
    builder.advance(at("23:59:59"));
    expect(closed).toEqual([]);
    builder.advance(at("00:00:00", "03"));
    expect(closed).toEqual([bar("00:00:00", [100, 100, 100, 100], 10)]);
  });
});

describe("the time of a tick", () => {
  test("is that of its trade, not that of the packet", () => {
    const { builder } = building();
    builder.add(fullTick(100, 10, { traded: at("09:19:59"), sent: at("09:20:00") }), at("09:20:01"));
    expect(builder.live(token)?.date).toEqual(at("09:15:00"));
  });

  test("is that of the exchange for an index, and the arrival where the tick tells none", () => {
    const { builder } = building();
    builder.add(indexTick(24_000, at("09:19:59")), at("09:20:01"));
    expect(builder.live(256265)).toEqual(bar("09:15:00", [24_000, 24_000, 24_000, 24_000], 0));
    builder.add(ltpTick(100), at("09:20:01"));
    expect(builder.live(token)?.date).toEqual(at("09:20:00"));
    builder.add(fullTick(50, 10, { traded: null }, 0, 257), at("09:20:01"));
    expect(builder.live(257)?.date).toEqual(at("09:20:00"));
  });

  test("decides about open and close within a bar, whatever order the ticks come in", () => {
    const { builder } = building();
    for (const [price, clock] of [
      [102, "09:17:00"],
      [100, "09:16:00"],
      [104, "09:19:00"],
      [103, "09:18:00"],
    ] as const) {
      builder.add(traded(price, 10, clock));
    }
    expect(builder.live(token)).toEqual(bar("09:15:00", [100, 104, 100, 104], 10));
  });
});

describe("a late tick", () => {
  test("changes no closed bar; what it says of the volume counts in the running one", () => {
    const { builder, closed } = building();
    builder.add(traded(100, 10, "09:16:00"));
    builder.add(traded(101, 20, "09:20:00"));
    builder.add(traded(500, 27, "09:19:59"));
    builder.add(traded(102, 30, "09:20:03"));
    expect(closed).toEqual([bar("09:15:00", [100, 100, 100, 100], 10)]);
    expect(builder.live(token)).toEqual(bar("09:20:00", [101, 102, 101, 102], 20));
  });

  test("does not open a bar again that the clock has closed", () => {
    const { builder, closed } = building();
    builder.add(traded(100, 10, "09:16:00"));
    builder.advance(at("09:20:02"));
    builder.add(traded(500, 17, "09:19:59"));
    expect(builder.live(token)).toBeUndefined();
    expect(closed).toHaveLength(1);
  });

  test("with which a builder begins makes no bar: the last trade of what is seldom traded", () => {
    const { builder, closed } = building();
    builder.add(fullTick(100, 70, { traded: at("10:40:00"), sent: at("11:00:30") }));
    builder.advance(at("11:00:31"));
    expect([builder.live(token), closed]).toEqual([undefined, []]);
    builder.add(traded(101, 75, "11:00:35"));
    expect(builder.live(token)).toEqual(bar("11:00:00", [101, 101, 101, 101], 5));
  });
});

describe("the volume", () => {
  test("is what the day's volume grew by, from the first tick on when the builder begins in the middle of the day", () => {
    const { builder } = building();
    builder.add(traded(100, 5_000_000, "11:00:10"));
    expect(builder.live(token)?.volume).toBe(0);
    builder.add(traded(100, 5_000_007, "11:00:11"));
    expect(builder.live(token)?.volume).toBe(7);
  });

  test("of the first bar has what was traded in the pre-open", () => {
    const { builder } = building();
    builder.add(traded(99, 1000, "09:08:00"));
    expect(builder.live(token)).toBeUndefined();
    builder.add(traded(100, 1300, "09:15:00"));
    expect(builder.live(token)).toEqual(bar("09:15:00", [100, 100, 100, 100], 1300));
  });

  test("of a day is the day's volume, whenever the builder begins", () => {
    const { builder } = building({ interval: "day" });
    builder.add(quoteTick(100, 5_000_000), at("11:00:10"));
    builder.add(quoteTick(100, 5_000_007), at("11:00:11"));
    expect(builder.live(token)?.volume).toBe(5_000_007);
  });

  test("begins at zero with a new day, whatever it was", () => {
    const { builder, closed } = building();
    builder.add(traded(100, 50, "15:29:00"));
    builder.add(traded(101, 60, "15:29:30"));
    builder.add(traded(105, 70, "09:15:00", "03"));
    expect(closed).toEqual([bar("15:25:00", [100, 101, 100, 101], 10)]);
    expect(builder.live(token)).toEqual(bar("09:15:00", [105, 105, 105, 105], 70, "03"));
  });

  test("of a first trade late in the day is its own, when the builder was there before", () => {
    const { builder } = building();
    builder.add(quoteTick(90, 0), at("09:00:05"));
    builder.add(quoteTick(90, 0), at("10:00:00"));
    expect(builder.live(token)).toBeUndefined();
    builder.add(quoteTick(100, 50), at("11:00:00"));
    expect(builder.live(token)).toEqual(bar("11:00:00", [100, 100, 100, 100], 50));
  });

  test("that the server has not set back since yesterday is no trade, and today's counts when it begins", () => {
    const { builder } = building();
    builder.add(quoteTick(90, 5_000_000), at("08:00:00"));
    builder.add(quoteTick(90, 5_000_000), at("09:16:00"));
    expect(builder.live(token)).toBeUndefined();
    builder.add(quoteTick(100, 50), at("09:17:00"));
    expect(builder.live(token)).toEqual(bar("09:15:00", [100, 100, 100, 100], 50));
  });

  test("counts a correction once: nothing until the old mark is passed", () => {
    const { builder } = building();
    const volumes = [100, 90, 95, 104].map((volume, index) => {
      builder.add(traded(100 + index, volume, `09:15:0${index}`));
      return builder.live(token)?.volume;
    });
    expect(volumes).toEqual([100, 100, 100, 104]);
  });

  test("that falls to half or less begins again at zero", () => {
    const { builder } = building();
    const volumes = [4_294_967_290, 6, 9].map((volume, index) => {
      builder.add(traded(100 + index, volume, `09:15:0${index}`));
      return builder.live(token)?.volume;
    });
    expect(volumes).toEqual([4_294_967_290, 4_294_967_296, 4_294_967_299]);
  });

  test("of a packet that was overtaken counts nothing", () => {
    const { builder } = building();
    builder.add(traded(100, 100, "09:15:05"));
    builder.add(traded(101, 40, "09:15:02"));
    builder.add(traded(102, 110, "09:15:06"));
    expect(builder.live(token)?.volume).toBe(110);
  });
});

test("what has not been traded today has no bar, whatever its last price is", () => {
  const { builder } = building();
  builder.add(quoteTick(100, 0), at("11:00:00"));
  expect(builder.live(token)).toBeUndefined();
});

test("a tick that tells of orders only makes no bar", () => {
  const { builder } = building();
  builder.add(quoteTick(100, 10), at("09:19:00"));
  builder.advance(at("09:20:05"));
  builder.add(quoteTick(100, 10), at("09:21:00"));
  expect(builder.live(token)).toBeUndefined();
  // A price that changes is news, whatever the volume says.
  builder.add(quoteTick(101, 10), at("09:22:00"));
  expect(builder.live(token)).toEqual(bar("09:20:00", [101, 101, 101, 101], 0));
});

test("open interest is that of the latest tick, and 0 is a value", () => {
  const { builder } = building();
  for (const oi of [500, 0]) builder.add(fullTick(100 + oi, 10, { traded: at("09:16:00") }, oi));
  expect(builder.live(token)).toEqual({ ...bar("09:15:00", [600, 600, 100, 100], 10), oi: 0 });
});

test("the live bar is a copy, a closed one is not touched again", () => {
  const { builder, closed } = building();
  builder.add(traded(100, 10, "09:16:00"));
  (builder.live(token) as Candle).high = 1;
  builder.add(traded(101, 20, "09:20:00"));
  builder.add(traded(500, 21, "09:19:00"));
  expect(closed[0]?.high).toBe(100);
  builder.forget(token);
  expect(builder.live(token)).toBeUndefined();
});

describe("after history", () => {
  const history = [bar("10:00:00", [90, 95, 89, 94], 1000), bar("10:05:00", [94, 97, 93, 96], 400)];

  test("the running bar goes on where it was, and is told once", () => {
    const { builder, closed } = building();
    builder.seed(token, history, { at: at("10:07:00"), dayVolume: 50_000 });
    expect(builder.live(token)).toEqual(history[1]);
    builder.add(traded(98, 50_020, "10:07:05"));
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 98, 93, 98], 420));
    builder.add(traded(97, 50_021, "10:10:00"));
    expect(closed).toEqual([bar("10:05:00", [94, 98, 93, 98], 420)]);
    expect(history[1]?.high).toBe(97);
  });

  test("a last bar that was over is not told again, and is late for more", () => {
    const { builder, closed } = building();
    builder.seed(token, history, { at: at("10:12:00"), dayVolume: 50_000 });
    expect(builder.live(token)).toBeUndefined();
    builder.add(traded(500, 50_020, "10:09:59"));
    builder.add(traded(98, 50_021, "10:12:05"));
    builder.advance(at("10:20:00"));
    expect(closed).toEqual([bar("10:10:00", [98, 98, 98, 98], 21)]);
  });

  test("without the day's volume, counting begins with the next tick", () => {
    const { builder } = building();
    builder.seed(token, history, { at: at("10:07:00") });
    builder.add(traded(98, 50_020, "10:07:05"));
    builder.add(traded(98.5, 50_030, "10:07:06"));
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 98.5, 93, 98.5], 410));
  });

  test("in the first bar of the day, what was traded before it is not counted twice", () => {
    const { builder } = building();
    builder.add(traded(99, 1000, "09:08:00"));
    builder.seed(token, [bar("09:15:00", [100, 101, 99, 100], 700)], { at: at("09:17:00") });
    builder.add(traded(102, 1750, "09:17:05"));
    builder.add(traded(103, 1760, "09:17:06"));
    expect(builder.live(token)).toEqual(bar("09:15:00", [100, 103, 99, 103], 710));
  });

  test("is joined with ticks of the same bar that came before it", () => {
    const { builder } = building();
    builder.add(traded(92, 49_990, "10:06:00"));
    builder.add(traded(99, 50_020, "10:07:05"));
    builder.seed(token, history, { at: at("10:07:00"), dayVolume: 50_000 });
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 99, 92, 99], 420));
    builder.add(traded(98, 50_025, "10:07:06"));
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 99, 92, 98], 425));
  });

  test("without the day's volume, ticks of the same bar go on counting from the last of them", () => {
    const { builder } = building();
    builder.add(traded(99, 50_020, "10:07:05"));
    builder.seed(token, history, { at: at("10:07:06") });
    builder.add(traded(98, 50_025, "10:07:07"));
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 99, 93, 98], 405));
  });

  test("that is older than the running bar changes nothing, nor does none at all", () => {
    const { builder } = building();
    builder.add(traded(92, 50_000, "10:10:00"));
    builder.add(traded(93, 50_003, "10:10:01"));
    builder.seed(token, history, { at: at("10:09:59") });
    builder.seed(token, []);
    expect(builder.live(token)).toEqual(bar("10:10:00", [92, 93, 92, 93], 3));
  });

  test("of yesterday leaves today's volume whole", () => {
    const { builder } = building();
    builder.seed(token, [bar("15:25:00", [90, 95, 89, 94], 1000)], { at: at("08:50:00", "03") });
    builder.add(traded(100, 700, "09:15:00", "03"));
    expect(builder.live(token)).toEqual(bar("09:15:00", [100, 100, 100, 100], 700, "03"));
  });

  test("takes the day's volume for that day, whatever was counted yesterday", () => {
    const { builder } = building();
    builder.add(traded(92, 5_000_000, "15:29:00"));
    const today = bar("10:05:00", [94, 97, 93, 96], 400, "03");
    builder.seed(token, [today], { at: at("10:07:00", "03"), dayVolume: 50_000 });
    builder.add(traded(98, 50_020, "10:07:05", "03"));
    expect(builder.live(token)).toEqual(bar("10:05:00", [94, 98, 93, 98], 420, "03"));
  });

  test("of days goes on with the day, whose volume every tick has", () => {
    const { builder } = building({ interval: "day" });
    const today = bar("00:00:00", [90, 95, 89, 94], 50_000);
    builder.seed(token, [today], { at: at("10:07:00") });
    builder.add(traded(96, 50_020, "10:07:05"));
    expect(builder.live(token)).toEqual(bar("00:00:00", [90, 96, 89, 96], 50_020));
  });

  test("of another interval or other hours is refused", () => {
    const { builder } = building();
    for (const date of [at("10:06:00"), at("00:00:00"), at("10:05:00.500")]) {
      const error = (() => {
        try {
          builder.seed(token, [{ ...(history[0] as Candle), date }]);
        } catch (reason) {
          return reason;
        }
      })();
      expect(isKiteError(error, "InvalidInput")).toBe(true);
    }
  });
});
