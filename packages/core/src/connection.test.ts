import { expect, test } from "vitest";
import { failureCode, neverConnected } from "./connection.ts";

const system = (fields: object) => Object.assign(new Error("system"), fields);

test("a refused or unresolved connection proves that nothing was sent", () => {
  expect(
    neverConnected(new TypeError("fetch failed", { cause: system({ code: "ECONNREFUSED", syscall: "connect" }) })),
  ).toBe(true);
  expect(neverConnected(system({ code: "ENOTFOUND", syscall: "getaddrinfo" }))).toBe(true);
  expect(neverConnected(system({ code: "UND_ERR_CONNECT_TIMEOUT" }))).toBe(true);
  expect(neverConnected(system({ code: "DEPTH_ZERO_SELF_SIGNED_CERT" }))).toBe(true);
});

test("a broken socket proves nothing", () => {
  expect(neverConnected(system({ code: "ECONNRESET", syscall: "read" }))).toBe(false);
  expect(neverConnected(system({ code: "UND_ERR_SOCKET" }))).toBe(false);
  expect(neverConnected(new Error("odd"))).toBe(false);
  expect(neverConnected("text")).toBe(false);
});

test("of several addresses every one must have failed before sending", () => {
  const refused = system({ code: "ECONNREFUSED", syscall: "connect" });
  expect(neverConnected(new AggregateError([refused, refused]))).toBe(true);
  expect(neverConnected(new AggregateError([refused, system({ code: "ECONNRESET", syscall: "read" })]))).toBe(false);
});

test("names the deepest code", () => {
  expect(failureCode(new TypeError("fetch failed", { cause: system({ code: "ECONNRESET" }) }))).toBe("ECONNRESET");
  expect(
    failureCode(new TypeError("fetch failed", { cause: new AggregateError([system({ code: "ECONNREFUSED" })]) })),
  ).toBe("ECONNREFUSED");
  expect(failureCode(new Error("odd"))).toBeUndefined();
});
