import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { signIn } from "../cli/access-token.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { TRADING_HOURS } from "../testing/trade.ts";
import { FrameSource } from "./frame-source.ts";
import type { Source } from "./source.ts";

// a connection that is lost is opened again after a second or two
vi.setConfig({ testTimeout: 30_000 });

let simulator: Simulator;
let source: Source;
let heard: string[] = [];
let stream: FrameSource | undefined;
beforeEach(async () => {
  heard = [];
  simulator = await startSimulator({
    clock: { start: TRADING_HOURS },
    market: "small",
    tickEveryMs: 100,
    heartbeatEveryMs: 100,
  });
  const { environment, apiKey } = simulator;
  source = { root: environment.root, ws: environment.ws, apiKey, accessToken: await signIn(simulator) };
});
afterEach(async () => {
  stream?.close();
  await simulator.close();
});

function listen(silenceMs?: number): void {
  const listener = {
    frame: () => heard.at(-1) !== "frame" && heard.push("frame"),
    lost: (why: string) => heard.push(why),
    back: () => heard.push("back"),
    refused: () => heard.push("refused"),
  };
  stream = new FrameSource(source, [408065], listener, silenceMs);
}

const told = async (...story: readonly string[]): Promise<void> => {
  while (heard.length < story.length) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(heard.slice(0, story.length)).toEqual(story);
};

test("a stream that says nothing any more is given up, and opened again", async () => {
  listen(500);
  await told("back", "frame");
  simulator.stream.silence();
  await told("back", "frame", "silent for 0.5 s");
  simulator.stream.resume();
  await told("back", "frame", "silent for 0.5 s", "back", "frame");
  expect(simulator.stream.connections.map(({ modes }) => modes)).toContainEqual({ ltp: 0, quote: 0, full: 1 });
});

test("a server that is busy is asked again, and one that goes away is told with its code", async () => {
  simulator.stream.refuse(503);
  listen();
  await told("refused with 503");
  simulator.stream.accept();
  await told("refused with 503", "back", "frame");
  simulator.stream.kill(1012);
  await told("refused with 503", "back", "frame", "closed with 1012");
});

test("a token that is not taken is not tried again", async () => {
  source = { ...source, accessToken: "not-this-one" };
  listen();
  await told("refused");
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(heard).toEqual(["refused"]);
});

test("after it was closed it says nothing", async () => {
  listen();
  await told("back", "frame");
  stream?.close();
  const { length } = heard;
  simulator.stream.kill();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(heard).toHaveLength(length);
});
