import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createTicker } from "@kite/ticker";
import { decodeFrame, decodeFrameLazily, FrameTimes, LiveTicks, readFrame } from "@kite/ticker/decode";
import { WebSocket } from "ws";
import { constantTick } from "../fixtures/constant-ticks.mjs";
import { cpu } from "../harness/measure.mjs";

const require = createRequire(import.meta.url);
const server = fileURLToPath(new URL("../harness/tick-server.mjs", import.meta.url));

const total = new Float64Array(1);
const read = (tick) => {
  total[0] += tick.last_price;
};

function peer(name) {
  return (port, received) => {
    const { KiteTicker } = require(name);
    const root = `ws://127.0.0.1:${port}/`;
    const ticker = new KiteTicker({ api_key: "key", access_token: "token", root, reconnect: false });
    ticker.on("ticks", (ticks) => {
      ticks.forEach(read);
      received(ticks.length);
    });
    ticker.on("connect", () => ticker.subscribe([1]));
    ticker.connect();
  };
}

/** A bare socket with the settings of the ticker's own; `take` gets each frame and gives the ticks that it has seen in it. */
function socket(take) {
  return (port, received) => {
    const client = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false, skipUTF8Validation: true });
    client.on("open", () => client.send("{}"));
    client.on("message", (frame) => received(take(frame)));
  };
}

/** A bare socket as most programs open one: with events, and a copy of each frame in an ArrayBuffer. */
function usualSocket(port, received) {
  const client = new WebSocket(`ws://127.0.0.1:${port}/`, { perMessageDeflate: false });
  client.binaryType = "arraybuffer";
  client.onopen = () => client.send("{}");
  client.onmessage = ({ data }) => received(new DataView(data).getUint16(0));
}

function ownTicker(options, listen) {
  return (port, received) => {
    const environment = { root: `http://127.0.0.1:${port}` };
    const ticker = createTicker({ apiKey: "key", accessToken: "token", environment }, options);
    listen(ticker, received);
    ticker.subscribe([1], { mode: "full" });
  };
}

const now = new Date();
const newest = [];
/** Makes as many objects as plain ticks have, one tick at a time. The frame is not read. */
const makeObjects = (frame) => {
  const packets = packetsOf(frame);
  for (let packet = 0; packet < packets; packet += 1) newest[0] = constantTick(now);
  return packets;
};

const packetsOf = (frame) => (frame[0] << 8) | frame[1];
const eat = ({ ticks }) => {
  ticks.forEach(read);
  return ticks.length;
};
const live = new LiveTicks();
const times = new FrameTimes();

const cases = {
  kiteconnect: peer("kiteconnect"),
  "kiteconnect-ts": peer("kiteconnect-ts"),
  "ws, plain objects": socket((frame) => eat(decodeFrame(frame, { times }))),
  "ws, lazy depth": socket((frame) => eat(decodeFrameLazily(frame, { times }))),
  "ws, live in place": socket((frame) => {
    live.update(frame, read);
    return packetsOf(frame);
  }),
  "ws, callback": socket((frame) => {
    readFrame(frame, read);
    return packetsOf(frame);
  }),
  "createTicker, tick by tick": ownTicker({ keepLatest: false }, (ticker, received) => {
    ticker.on("tick", (tick) => {
      read(tick);
      received(1);
    });
  }),
  "createTicker, ticks of a frame": ownTicker({ keepLatest: false }, (ticker, received) => {
    ticker.on("ticks", (ticks) => {
      ticks.forEach(read);
      received(ticks.length);
    });
  }),
  "createTicker, latest kept": ownTicker({}, (ticker, received) => {
    ticker.on("frame", (frame) => received(packetsOf(frame)));
  }),
  "createTicker, callback": ownTicker({ keepLatest: false }, (ticker, received) => {
    ticker.on("frame", (frame) => {
      readFrame(frame, read);
      received(packetsOf(frame));
    });
  }),
  "floor of plain ticks: ws, objects of constants": socket(makeObjects),
  "floor: ws with ArrayBuffers, bytes dropped": usualSocket,
  "floor: ws, bytes dropped": socket(packetsOf),
};

/** Ticks of a run, which takes a second or two. */
const ticksOf = (name) => (/^kiteconnect/.test(name) ? 60_000 : 4_500_000);

/** CPU nanoseconds of this process for a tick, from the socket to the end of the callback, after a quarter to warm up. */
async function measure(connect, scenario, name) {
  const packets = Number(scenario);
  const frames = Math.ceil(ticksOf(name) / packets);
  const sender = spawn(process.execPath, [server, scenario, String(frames)], { stdio: ["pipe", "pipe", "inherit"] });
  const [port] = await once(sender.stdout, "data");
  const end = frames * packets;
  let count = 0;
  let from;
  const nanoseconds = await new Promise((resolve, reject) => {
    setTimeout(60_000).then(() => reject(new Error(`${count} of ${end} ticks after a minute`)));
    sender.once("exit", (code) => reject(new Error(`the sender ended with ${code} after ${count} of ${end} ticks`)));
    connect(Number(port), (ticks) => {
      count += ticks;
      if (!from && count >= end / 4) from = { count, cpu: cpu() };
      if (count >= end) resolve(((cpu() - from.cpu) * 1_000) / (count - from.count));
    });
  });
  sender.kill();
  // What the engine still compiles and collects beside the program is left to end: exiting in the middle of it can take for ever
  // (https://github.com/nodejs/node/issues/54918).
  await setTimeout(100);
  return { nanoseconds };
}

export const suite = {
  title: "From the socket to the callback, full packets",
  rounds: 5,
  scenarios: ["100", "3000"],
  describe: (packets) => `${packets} packets`,
  cases,
  measures: [{ name: "time", run: measure }],
  figures: [
    { name: "nanoseconds", title: "CPU ns a tick (kiteconnect / case)", baseline: "kiteconnect" },
    {
      name: "nanoseconds",
      title: "CPU ns a tick (case / floor with ArrayBuffers)",
      baseline: "floor: ws with ArrayBuffers, bytes dropped",
      isCost: true,
    },
    { name: "nanoseconds", title: "CPU ns a tick (case / floor)", baseline: "floor: ws, bytes dropped", isCost: true },
  ],
};
