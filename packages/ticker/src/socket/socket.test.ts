import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocket } from "ws";
import { eventually } from "../testing/eventually.ts";
import { frameOf, fullPacket, ltpPacket } from "../testing/frames.ts";
import { serveStream } from "../testing/stream-server.ts";
import * as node from "./node.ts";
import * as platform from "./platform.ts";
import type { OpenSocket, SocketEnd } from "./socket.ts";

// What browsers, Bun and Deno have built in; `ws` has the same interface, and Node 20 has none of its own.
vi.stubGlobal("WebSocket", WebSocket);

const ways: readonly (readonly [string, OpenSocket])[] = [
  ["the platform's", platform.openSocket],
  ["Node's", node.openSocket],
];

async function opening(openSocket: OpenSocket, handshake: number | "accept" | "cut" = "accept") {
  const server = await serveStream();
  server.beat = 3_600_000;
  server.handshake = () => handshake;
  server.refusalHeaders["retry-after"] = "7";
  const heard: unknown[] = [];
  const ends: SocketEnd[] = [];
  const socket = openSocket(`ws://127.0.0.1:${server.port}?token=secret`, {
    opened: () => heard.push("opened"),
    alive: () => heard.push("alive"),
    binary: (frame) => heard.push(frame),
    text: (message) => heard.push(message),
    ended: (end) => ends.push(end),
  });
  onTestFinished(() => socket.drop());
  return { server, heard, ends, socket };
}

test.each(ways)("%s socket brings frames and texts, and sends", async (_name, openSocket) => {
  const { server, heard, socket } = await opening(openSocket);
  await eventually(() => expect(heard).toEqual(["opened"]));
  const large = frameOf(...Array.from({ length: 3_000 }, (_, token) => fullPacket(token + 1, 100, 0)));
  server.send(frameOf(ltpPacket(1, 100)));
  server.send(large);
  server.send({ type: "message", data: "दीपावली" });
  await eventually(() => expect(heard).toHaveLength(4));
  expect(heard[1]).toBeInstanceOf(Uint8Array);
  expect(Buffer.from(heard[1] as Uint8Array)).toEqual(Buffer.from(frameOf(ltpPacket(1, 100))));
  expect(Buffer.compare(heard[2] as Uint8Array, large)).toBe(0);
  expect(heard[3]).toBe('{"type":"message","data":"दीपावली"}');
  socket.send('{"a":"subscribe","v":[1]}');
  await eventually(() => expect([...server.subscribed.keys()]).toEqual([1]));
});

test.each(ways)("%s socket tells of its end once, with the server's code", async (_name, openSocket) => {
  const { server, heard, ends, socket } = await opening(openSocket);
  await eventually(() => expect(heard).toEqual(["opened"]));
  server.open[0]?.socket.close(1011);
  await eventually(() => expect(ends).toMatchObject([{ code: 1011 }]));
  socket.send("into the void");
});

test.each(ways)(
  "%s socket that is dropped says nothing any more, and the server sees it go",
  async (_name, openSocket) => {
    const { server, heard, ends, socket } = await opening(openSocket);
    await eventually(() => expect(heard).toEqual(["opened"]));
    server.send(frameOf(ltpPacket(1, 100)));
    socket.drop();
    socket.drop();
    await eventually(() => expect(server.open).toEqual([]));
    expect(heard).toEqual(["opened"]);
    expect(ends).toEqual([]);
  },
);

test.each(ways)("%s socket can be dropped before it is open", async (_name, openSocket) => {
  const { server, heard, ends, socket } = await opening(openSocket);
  socket.send("too early");
  socket.drop();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([heard, ends, server.open]).toEqual([[], [], []]);
});

test("Node shows why a handshake was refused, and for how long", async () => {
  const { ends } = await opening(node.openSocket, 429);
  await eventually(() => expect(ends).toEqual([{ status: 429, retryAfter: 7_000 }]));
});

test("Node names what broke a handshake", async () => {
  const { ends } = await opening(node.openSocket, "cut");
  await eventually(() => expect(ends).toEqual([{ code: 1006, problem: "ECONNRESET" }]));
});

test("the platform tells no more than 1006", async () => {
  const { ends } = await opening(platform.openSocket, 403);
  await eventually(() => expect(ends).toEqual([{ code: 1006 }]));
});

test("a ping is a sign of life, where the platform shows it", async () => {
  const { server, heard } = await opening(node.openSocket);
  await eventually(() => expect(heard).toEqual(["opened"]));
  server.open[0]?.socket.ping();
  await eventually(() => expect(heard).toEqual(["opened", "alive"]));
});
