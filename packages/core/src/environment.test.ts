import { expect, test } from "vitest";
import { resolveEnvironment } from "./environment.ts";

test("production is the default", () => {
  expect(resolveEnvironment()).toEqual({
    name: "production",
    root: "https://api.kite.trade",
    ws: "wss://ws.kite.trade",
    login: "https://kite.zerodha.com/connect/login?v=3",
    prefix: "",
  });
});

test("the sandbox has its own addresses and a prefix", () => {
  expect(resolveEnvironment("sandbox")).toMatchObject({
    root: "https://sandbox.kite.trade",
    prefix: "/oms",
    ws: "wss://ws-sandbox.kite.trade",
  });
});

test("a root of one's own fills in the rest", () => {
  expect(resolveEnvironment({ root: "http://127.0.0.1:4010/" })).toEqual({
    name: "custom",
    root: "http://127.0.0.1:4010",
    ws: "ws://127.0.0.1:4010",
    login: "http://127.0.0.1:4010/connect/login?v=3",
    prefix: "",
  });
  expect(resolveEnvironment({ root: "/kite" }).root).toBe("/kite");
});

test("refuses to send a token unencrypted to another machine, unless told to", () => {
  expect(() => resolveEnvironment({ root: "http://simulator.lan" })).toThrow("unencrypted");
  expect(() => resolveEnvironment({ root: "http://127.0.0.1.evil.example" })).toThrow("unencrypted");
  expect(resolveEnvironment({ root: "http://simulator.lan", insecure: true }).root).toBe("http://simulator.lan");
  expect(resolveEnvironment({ root: "http://[::1]:80" }).root).toBe("http://[::1]:80");
});

test.each(["", "api.kite.trade", "ftp://x", "https://user:pw@x", "https://x?y=1", "https://x#y", "//evil.example"])(
  "refuses %j as a root",
  (root) => {
    expect(() => resolveEnvironment({ root })).toThrow("environment.root");
  },
);

test("says what an environment is when it gets none", () => {
  expect(() => resolveEnvironment("live" as "production")).toThrow('must be "production", "sandbox" or an object');
});
