import fc from "fast-check";
import { KiteTicker as Official } from "kiteconnect";
import { describe, expect, test } from "vitest";
import { KiteTicker } from "../index.ts";
import { differs } from "../testing/differs.ts";
import { anyPackets, frameOf } from "../testing/frames.ts";
import type { AnyClient } from "../testing/observe.ts";

const official: AnyClient = new Official({ api_key: "key", access_token: "token" });
const ours = new KiteTicker({ api_key: "key", access_token: "token" });

const INDEX_CLOSE = 5;

describe("the official decoder and ours, given the same frames", () => {
  test("read the same ticks, whatever is in them", () => {
    fc.assert(
      fc.property(anyPackets(2 ** 31 - 1), (packets) => {
        // See index-change: an index without a close is the one thing they disagree on.
        fc.pre(packets.every(([length, words]) => (length !== 28 && length !== 32) || words[INDEX_CLOSE] !== 0));
        const frame = frameOf(packets);
        expect(ours.parseBinary(frame)).toStrictEqual(official.parseBinary(frame));
      }),
      { numRuns: 500 },
    );
  });

  test("read a view of a larger buffer alike", () => {
    const frame = new Uint8Array(frameOf([[8, [408065, 142050]]]));
    const shifted = new Uint8Array(frame.length + 3);
    shifted.set(frame, 3);
    expect(ours.parseBinary(shifted.subarray(3))).toEqual([
      { tradable: true, mode: "ltp", instrument_token: 408065, last_price: 1420.5 },
    ]);
  });

  differs("unsigned-quantities", "what does not fit 31 bits is not negative", () => {
    const words = [408065, 142050, 2_200_000_000, 142000, 3_000_000_000, 2_500_000_000, 4_294_967_295, 1, 1, 1, 1];
    const full = [...words, 1_772_442_000, 2_400_000_000, 2_300_000_000, 2_200_000_000, 1_772_442_000, 3_100_000_000];
    const [before] = official.parseBinary(frameOf([[184, full]]));
    const [after] = ours.parseBinary(frameOf([[184, full]])) as AnyClient[];
    expect(before).toMatchObject({ volume_traded: -1_294_967_296, oi: -1_894_967_296 });
    expect(after).toMatchObject({
      last_traded_quantity: 2_200_000_000,
      volume_traded: 3_000_000_000,
      total_buy_quantity: 2_500_000_000,
      total_sell_quantity: 4_294_967_295,
      oi: 2_400_000_000,
      oi_day_high: 2_300_000_000,
      oi_day_low: 2_200_000_000,
    });
    expect(after.depth.buy[0].quantity).toBe(3_100_000_000);
    expect(after.last_price).toBe(before.last_price);
    expect(ours.parseBinary(frameOf([[8, [2_200_000_001, 1]]]))[0]?.instrument_token).toBe(2_200_000_001);
  });

  differs("index-change", "an index without a close has no change", () => {
    const frame = frameOf([[28, [256265, 2_450_000, 0, 0, 0, 0, 777]]]);
    expect(official.parseBinary(frame)).toMatchObject([{ change: 777 }]);
    expect(ours.parseBinary(frame)).toMatchObject([{ change: 0, tradable: false }]);
  });
});
