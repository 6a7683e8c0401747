import { expect, test } from "vitest";
import { readOptions } from "./read-options.ts";
import { UsageError } from "./usage-error.ts";

test("without arguments it is a simulator of today on the usual port of this machine", () => {
  expect(readOptions([])).toMatchObject({
    does: "serve",
    port: 5483,
    host: "127.0.0.1",
    seed: 1,
    start: undefined,
    speed: 1,
    marketHours: "always",
    token: false,
  });
});

test.each([
  ["2026-03-02T09:15+05:30", "2026-03-02T03:45:00.000Z"],
  ["2026-03-02T09:15", "2026-03-02T03:45:00.000Z"],
  ["2026-03-02 15:29:59", "2026-03-02T09:59:59.000Z"],
  ["2026-03-02T03:45Z", "2026-03-02T03:45:00.000Z"],
  ["2026-03-02", "2026-03-02T03:45:00.000Z"],
])("--clock %s begins at %s", (text, expected) => {
  const options = readOptions(["--clock", text]);
  expect(options.does === "serve" && new Date(options.start ?? 0).toISOString()).toBe(expected);
});

test.each([
  [["--prot", "1"], "there is no --prot; is it --port?"],
  [["--xyzzy"], "there is no --xyzzy"],
  [["--rate-limit"], "there is no --rate-limit; is it --rate-limits?"],
  [["-x"], "there is no -x"],
  [["--port"], "--port needs a value, as in --port 5484"],
  [["--port", "http"], '--port takes a number from 0 to 65535, got "http"'],
  [["--port", "70000"], '--port takes a number from 0 to 65535, got "70000"'],
  [["--port", "--token"], '--port takes a number from 0 to 65535, got "--token"'],
  [["--token=yes"], "--token takes no value"],
  [["start"], '"start" is no option'],
  [["--seed", "x"], '--seed takes a number, got "x"'],
  [["--speed", "0"], '--speed takes a number above 0, got "0"'],
  [["--clock", "tomorrow"], '--clock takes a time like 2026-03-02T09:15+05:30, got "tomorrow"'],
  [["--clock", "2026-02-30T09:15"], '--clock takes a time like 2026-03-02T09:15+05:30, got "2026-02-30T09:15"'],
  [["--clock", "2026-02-10T29:15"], '--clock takes a time like 2026-03-02T09:15+05:30, got "2026-02-10T29:15"'],
  [["--market-hours", "never"], '--market-hours takes always or real, got "never"'],
  [["--market", "medium"], '--market: "medium" has no exchange; write it like NSE:INFY'],
  [
    ["--market", "small", "--replay", "x"],
    "--market does not go with --replay: a recording has the instruments that it has",
  ],
  [["--latency", "-1"], '--latency takes milliseconds from 0, got "-1"'],
  [["--redirect", "/here"], '--redirect takes a URL that begins with http:// or https://, got "/here"'],
  [["--instruments", "NSE:INFY"], "--instruments goes with --record FILE"],
  [["--record", "x"], '--record needs to know what, as in --instruments "NSE:INFY,NSE:NIFTY 50"'],
  [["--record", "x", "--instruments", "INFY"], '--instruments: "INFY" has no exchange; write it like NSE:INFY'],
  [
    ["--record", "x", "--instruments", "NSE:INFY", "--port", "1"],
    "--port is for a simulator, and does not go with --record",
  ],
])("refuses %j in a line", (args, message) => {
  expect(() => readOptions(args)).toThrow(new UsageError(message));
});

test("a recording knows what, where to and from where", () => {
  const args = ["--record", "day.kite", "--instruments", "NSE:INFY, NSE:NIFTY 50,NSE:INFY", "--root", "http://x:1/"];
  expect(readOptions(args)).toEqual({
    does: "record",
    file: "day.kite",
    instruments: ["NSE:INFY", "NSE:NIFTY 50"],
    root: "http://x:1",
    ws: undefined,
    quiet: false,
  });
});
