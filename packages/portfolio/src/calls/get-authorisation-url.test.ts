import { createClient, type Environment, isKiteError } from "@kite/core";
import { expect, test } from "vitest";
import { getAuthorisationURL } from "./get-authorisation-url.ts";

const kiteAt = (environment: Environment) => createClient({ apiKey: "my_key", accessToken: "secret", environment });

test.each<[environment: Environment, origin: string]>([
  ["production", "https://kite.zerodha.com"],
  ["sandbox", "https://sandbox.kite.trade"],
  [{ root: "http://127.0.0.1:4010" }, "http://127.0.0.1:4010"],
  [{ root: "https://api.example", login: "https://login.example/connect/login?v=3" }, "https://login.example"],
  [{ root: "https://proxy.example/kite" }, "https://proxy.example/kite"],
])("stands next to the login page of %j", (environment, origin) => {
  expect(getAuthorisationURL(kiteAt(environment), "na8QgCeQm05U")).toBe(
    `${origin}/connect/portfolio/authorise/holdings/my_key/na8QgCeQm05U`,
  );
});

test("holds the key and the request, and no token", () => {
  expect(getAuthorisationURL(kiteAt("production"), "na8QgCeQm05U")).not.toContain("secret");
});

test("a request id cannot change the address", () => {
  const url = new URL(getAuthorisationURL(kiteAt("production"), "../a/b?c=d#e"));
  expect(url.pathname).toBe("/connect/portfolio/authorise/holdings/my_key/..%2Fa%2Fb%3Fc%3Dd%23e");
  expect(url.search + url.hash).toBe("");
});

test.each(["", " ", "..", undefined])("refuses %j as a request id", (odd) => {
  expect(() => getAuthorisationURL(kiteAt("production"), odd as string)).toThrow(/request_id: /);
});

test("needs a client that knows its key", () => {
  const kite = createClient({ environment: { root: "/kite" } });
  expect(() => getAuthorisationURL(kite, "na8QgCeQm05U")).toThrow(/^getAuthorisationURL: apiKey: this client has none/);
  expect(() => getAuthorisationURL(kite, "na8QgCeQm05U")).toThrow(
    expect.toSatisfy((error) => isKiteError(error, "InvalidInput")),
  );
});
