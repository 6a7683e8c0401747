import { isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import { type GatewayOptions, resolveOptions } from "./options.ts";

const good: GatewayOptions = { apiKey: "key", apiSecret: "hush-hush", sessions: { secret: "s".repeat(32) } };

const refused = (options: object): unknown => {
  try {
    return resolveOptions({ ...good, ...options });
  } catch (error) {
    return error;
  }
};

test.each([
  ["apiKey", { apiKey: "" }],
  ["apiSecret", { apiSecret: "with space" }],
  ["sessions.secret", { sessions: { secret: "short" } }],
  ["sessions.secret", { sessions: { secret: [] } }],
  ["sessions.secret", { sessions: { secret: ["s".repeat(32), "short"] } }],
  ["path", { path: "/kite/" }],
  ["path", { path: "kite" }],
  ["origin", { origin: "https://app.example/" }],
  ["origin", { origin: "app.example" }],
  ["allow.order", { allow: { order: true } }],
  ["allow.orders", { allow: { orders: "write" } }],
  ["allow.stream", { allow: { stream: "read" } }],
  ["limits.tabs", { limits: { tabs: 0 } }],
  ["limits.tab", { limits: { tab: 1 } }],
  ["enviroment", { enviroment: "sandbox" }],
])("%s is refused by name, and no secret is shown", (field, options) => {
  const error = refused(options);
  expect(isKiteError(error, "InvalidInput") && error.field).toBe(field);
  expect(String(error)).toMatch(/^KiteError: createGateway: |^KiteError: api/);
  expect(String(error)).not.toContain("hush-hush");
});

test("everything has a default but the account and the secret", () => {
  expect(resolveOptions(good)).toMatchObject({
    path: "/kite",
    allow: {},
    guards: [],
    origin: undefined,
    store: undefined,
  });
});
