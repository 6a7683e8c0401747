import type { ConnectionState, TickerState } from "@kite/ticker";
import { expect, test } from "vitest";
import { isSessionOver } from "./session-over.ts";

const since = new Date(0);
const lost: ConnectionState = {
  ...{ status: "reconnecting", reason: "server", detail: undefined, since },
  ...{ instruments: 1, failures: 1, retryAt: new Date(1_000) },
};
const state = (part: Partial<TickerState>): TickerState => ({
  ...{ status: "reconnecting", reason: "server", detail: undefined, since, connections: [] },
  ...part,
});

test.each(["close code 4001", "close code 4003: sign in again"])("%s ends the session", (detail) => {
  expect(isSessionOver(state({ connections: [lost, { ...lost, detail }] }))).toBe(true);
});

test.each([undefined, "close code 1006", "close code 4008", "close code 40011"])("%s does not", (detail) => {
  expect(isSessionOver(state({ connections: [{ ...lost, detail }] }))).toBe(false);
});

test("a ticker that closed for want of a login is over, one that was closed on purpose is not", () => {
  expect(isSessionOver(state({ status: "closed", reason: "auth" }))).toBe(true);
  expect(isSessionOver(state({ status: "closed", reason: "asked" }))).toBe(false);
});
