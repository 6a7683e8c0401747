import { createRequire } from "node:module";
import { decodeFrame, decodeFrameLazily, FrameTimes, LiveTicks, readFrame } from "@kite/ticker/decode";
import { fullFrames } from "../fixtures/frames.mjs";
import { bytesOf, longestOf, nanosecondsOf } from "../harness/measure.mjs";

const require = createRequire(import.meta.url);

/** What every case does with a tick: three fields are read and added up, so that nothing can be left out. */
const total = new Float64Array(1);
const read = (tick) => {
  total[0] += tick.instrument_token + tick.last_price + tick.volume_traded;
};
const readBook = (tick) => {
  read(tick);
  for (const { price } of tick.depth.buy) total[0] += price;
};
const readBookOfView = (tick) => {
  read(tick);
  for (let row = 0; row < 5; row += 1) total[0] += tick.price("buy", row);
};

function peer(name) {
  const { KiteTicker } = require(name);
  const ticker = new KiteTicker({ api_key: "key", access_token: "token" });
  return (frame) => ticker.parseBinary(frame).forEach(read);
}

/** The walk over a frame and one number of each packet: what no decoder can undercut. */
function walk(frame) {
  const view = new DataView(frame);
  const count = view.getUint16(0);
  let offset = 2;
  for (let index = 0; index < count; index += 1) {
    total[0] += view.getInt32(offset + 6);
    offset += 2 + view.getUint16(offset);
  }
}

const cases = {
  kiteconnect: () => peer("kiteconnect"),
  "kiteconnect-ts": () => peer("kiteconnect-ts"),
  "plain objects": () => {
    const times = new FrameTimes();
    return (frame) => decodeFrame(frame, { times }).ticks.forEach(read);
  },
  "lazy depth": () => (frame) => decodeFrameLazily(frame).ticks.forEach(read),
  "lazy depth, frame kept": () => (frame) => decodeFrameLazily(frame, { keepFrame: true }).ticks.forEach(read),
  "lazy depth, bids read": () => (frame) => decodeFrameLazily(frame).ticks.forEach(readBook),
  "live in place": () => {
    const live = new LiveTicks();
    return (frame) => live.update(frame, read);
  },
  "live in place, bids read": () => {
    const live = new LiveTicks();
    return (frame) => live.update(frame, readBook);
  },
  callback: () => (frame) => readFrame(frame, read),
  "callback, bids read": () => (frame) => readFrame(frame, readBookOfView),
  "floor: walk": () => walk,
};

/** Decodes frame after frame. */
function stepper(decode, scenario) {
  const frames = fullFrames(Number(scenario), Number(scenario) > 1_000 ? 4 : 16);
  let number = 0;
  return () => {
    decode(frames[number % frames.length]);
    number += 1;
  };
}

export const suite = {
  title: "Decoding frames of full packets",
  rounds: 5,
  scenarios: ["10", "100", "3000"],
  describe: (packets) => `${packets} packets`,
  cases,
  measures: [
    {
      name: "time",
      run(makeDecode, scenario) {
        const decode = makeDecode();
        total[0] = 0;
        for (const frame of fullFrames(Number(scenario), 2)) decode(frame);
        const checksum = total[0];
        const step = stepper(decode, scenario);
        return { checksum, nanoseconds: nanosecondsOf(step) / Number(scenario), longest: longestOf(step) };
      },
    },
    {
      name: "memory",
      rounds: 1,
      flags: ["--min-semi-space-size=64", "--max-semi-space-size=64"],
      run(makeDecode, scenario) {
        const packets = Number(scenario);
        const bytes = bytesOf(stepper(makeDecode(), scenario), Math.ceil(2_000 / packets));
        return { bytes: bytes / packets };
      },
    },
  ],
  figures: [
    { name: "nanoseconds", title: "CPU ns a tick (times as quick as kiteconnect)", baseline: "kiteconnect" },
    { name: "longest", title: "longest frame, CPU ms (kiteconnect / case)", baseline: "kiteconnect" },
    { name: "bytes", title: "bytes allocated a tick" },
  ],
  /** Cases that read the same fields must have seen the same ticks. */
  verify(results) {
    for (const scenario of this.scenarios) {
      const sums = results.filter((result) => result.scenario === scenario && "checksum" in result.figures);
      const expected = sums.find((result) => result.case === "kiteconnect")?.figures.checksum;
      for (const { case: each, figures } of sums) {
        if (/floor|bids/.test(each) || figures.checksum === expected) continue;
        throw new Error(`${each} sees other ticks than kiteconnect: ${figures.checksum} against ${expected}`);
      }
    }
  },
};
