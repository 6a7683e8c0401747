import { type CustomEnvironment, createClient, isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import { socketRoot } from "./socket-root.ts";

const rootOf = (environment: CustomEnvironment | "production" | "sandbox") =>
  socketRoot(createClient({ apiKey: "key", environment }));

function refusalOf(environment: CustomEnvironment): string {
  try {
    return rootOf(environment);
  } catch (error) {
    return isKiteError(error, "InvalidInput") ? error.message : `wrong error: ${error}`;
  }
}

test("each environment has its place", () => {
  expect(rootOf("production")).toBe("wss://ws.kite.trade");
  expect(rootOf("sandbox")).toBe("wss://ws-sandbox.kite.trade");
  expect(rootOf({ root: "http://127.0.0.1:4010" })).toBe("ws://127.0.0.1:4010");
  expect(rootOf({ root: "https://proxy.example/kite" })).toBe("wss://proxy.example/kite");
  expect(rootOf({ root: "https://api.example", ws: "wss://stream.example/ws" })).toBe("wss://stream.example/ws");
});

test("the token is not sent unencrypted to another machine, unless that was allowed for the root", () => {
  expect(refusalOf({ root: "https://api.example", ws: "ws://stream.example" })).toContain("environment.ws");
  expect(refusalOf({ root: "http://127.0.0.1:1", ws: "ws://stream.example" })).toContain("unencrypted");
  expect(rootOf({ root: "http://10.0.0.5", insecure: true })).toBe("ws://10.0.0.5");
});

test.each(["stream", "ftp://stream.example", "wss://user:word@stream.example", "wss://stream.example?a=1"])(
  "%s is no place for a stream",
  (ws) => {
    expect(refusalOf({ root: "https://api.example", ws })).toMatch(/^createTicker: environment.ws: must/);
  },
);
