// Sends frames over WebSocket as fast as its client takes them: node tick-server.mjs <packets in a frame> <frames>. Prints its port.
import { WebSocketServer } from "ws";
import { fullFrames } from "../fixtures/frames.mjs";

const [packets, count] = process.argv.slice(2).map(Number);
const frames = fullFrames(packets, 4).map((frame) => Buffer.from(frame));
const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false });
server.on("listening", () => console.log(server.address().port));
server.on("connection", (client) => {
  let sent = 0;
  const next = () => {
    if (sent === count) return;
    client.send(frames[sent % frames.length], next);
    sent += 1;
  };
  // Two are on the way at any time. The first message says that the client listens.
  client.once("message", () => {
    next();
    next();
  });
});
process.stdin.on("end", () => process.exit()).resume();
