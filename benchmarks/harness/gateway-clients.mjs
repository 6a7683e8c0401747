// Browser-like clients of a gateway: node gateway-clients.mjs <port> <cookie> <clients> <instruments each> <all|own> <seconds>.
// Prints "ready" when all have had a frame, and at the end their figures as JSON.

import { readFrame } from "@kite/ticker/decode";
import { WebSocket } from "ws";
import { sinceStamp } from "./stamp.mjs";

const [port, cookie, clientsText, eachText, choice, secondsText] = process.argv.slice(2);
const [clients, each, seconds] = [clientsText, eachText, secondsText].map(Number);
const origin = `http://127.0.0.1:${port}`;

/** The same instruments for all, or a stretch of its own of four times as many. */
const tokensOf = (client) =>
  Array.from(
    { length: each },
    (_, index) => (1 + (choice === "own" ? (client * 7 + index) % (4 * each) : index)) * 256 + 1,
  );

let measuring = false;
let frames = 0;
let ticks = 0;
let strangers = 0;
const lags = [];

await Promise.all(
  Array.from({ length: clients }, (_, client) => {
    const tokens = tokensOf(client);
    const own = new Set(tokens);
    const socket = new WebSocket(`ws://127.0.0.1:${port}/kite`, {
      headers: { origin, cookie },
      perMessageDeflate: false,
    });
    socket.on("open", () => {
      socket.send(JSON.stringify({ a: "subscribe", v: tokens }));
      socket.send(JSON.stringify({ a: "mode", v: ["full", tokens] }));
    });
    return new Promise((resolve, reject) => {
      socket.on("error", reject);
      socket.on("close", (code) => reject(new Error(`closed with ${code}`)));
      socket.on("message", (data, isBinary) => {
        if (!isBinary || data.length < 10) return;
        resolve();
        if (!measuring) return;
        frames += 1;
        lags.push(sinceStamp(data.readUInt32BE(8)));
        readFrame(data, ({ instrument_token }) => {
          ticks += 1;
          if (!own.has(instrument_token)) strangers += 1;
        });
      });
    });
  }),
);
console.log("ready");
process.stdin.once("data", () => {
  measuring = true;
  setTimeout(() => {
    measuring = false;
    lags.sort((one, other) => one - other);
    const at = (share) => lags[Math.min(lags.length - 1, Math.floor(lags.length * share))];
    const figures = { frames: frames / seconds, ticks: ticks / seconds, strangers, p50: at(0.5), p99: at(0.99) };
    process.stdout.write(`${JSON.stringify(figures)}\n`, () => process.exit());
  }, seconds * 1_000);
});
