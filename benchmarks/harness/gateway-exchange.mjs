// What a gateway needs of Kite, with market data at a steady pace: node gateway-exchange.mjs <ticks a second>. Prints its port.
import { createServer } from "node:http";
import { WebSocketServer } from "ws";
import { stampNow } from "./stamp.mjs";

const ticksPerSecond = Number(process.argv[2]);
const FRAMES_PER_SECOND = 20;
const FULL = 184;

const answers = {
  "POST /session/token": { user_id: "BENCH", user_name: "Bench", api_key: "key", access_token: "t".repeat(32) },
  "GET /user/profile": { user_id: "BENCH" },
  "GET /orders": [],
};
const server = createServer((request, response) => {
  const data = answers[`${request.method} ${request.url}`] ?? null;
  request.resume();
  response.setHeader("content-type", "application/json").end(JSON.stringify({ status: "success", data }));
});

/** A frame of full packets, each with the moment of its sending in the place of the last price. */
function frameOf(tokens) {
  const frame = Buffer.alloc(2 + tokens.length * (2 + FULL));
  frame.writeUInt16BE(tokens.length);
  for (const [index, token] of tokens.entries()) {
    const at = 2 + index * (2 + FULL);
    frame.writeUInt16BE(FULL, at);
    frame.writeUInt32BE(token, at + 2);
    frame.writeUInt32BE(stampNow(), at + 6);
  }
  return frame;
}

new WebSocketServer({ server, perMessageDeflate: false }).on("connection", (client) => {
  const subscribed = new Set();
  let next = 0;
  client.on("message", (text) => {
    const { a, v } = JSON.parse(text);
    if (a === "subscribe") for (const token of v) subscribed.add(token);
    else if (a === "unsubscribe") for (const token of v) subscribed.delete(token);
  });
  const pace = setInterval(() => {
    const all = [...subscribed];
    const packets = Math.min(all.length, ticksPerSecond / FRAMES_PER_SECOND);
    if (packets > 0) client.send(frameOf(Array.from({ length: packets }, () => all[next++ % all.length])));
  }, 1_000 / FRAMES_PER_SECOND);
  client.on("close", () => clearInterval(pace));
});

server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.stdin.on("end", () => process.exit()).resume();
