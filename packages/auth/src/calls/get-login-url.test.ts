import { createClient, type Environment } from "@kite/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { behindGateway } from "../testing/serving.ts";
import { getLoginURL } from "./get-login-url.ts";

const clientOf = (environment: Environment) => createClient({ apiKey: "key", environment });

test.each([
  ["production", "production", "https://kite.zerodha.com/connect/login?v=3&api_key=key"],
  ["the sandbox", "sandbox", "https://sandbox.kite.trade/connect/login?api_key=key"],
  ["a server of one's own", { root: "http://127.0.0.1:4010" }, "http://127.0.0.1:4010/connect/login?v=3&api_key=key"],
  [
    "a login page elsewhere",
    { root: "http://127.0.0.1:1", login: "http://127.0.0.1:2/in" },
    "http://127.0.0.1:2/in?api_key=key",
  ],
] as const)("gives the login page of %s", (_, environment, url) => {
  expect(getLoginURL(clientOf(environment))).toBe(url);
});

test("encodes redirect_params twice", () => {
  const kite = clientOf("production");
  expect(getLoginURL(kite, { redirect_params: { some: "X", more: "Y" } })).toBe(
    "https://kite.zerodha.com/connect/login?v=3&api_key=key&redirect_params=some%3DX%26more%3DY",
  );
  expect(getLoginURL(kite, { redirect_params: { next: "/a?b=c d&e" } })).toContain(
    "&redirect_params=next%3D%252Fa%253Fb%253Dc%2520d%2526e",
  );
});

test("no pairs, no redirect_params", () => {
  expect(getLoginURL(clientOf("sandbox"), { redirect_params: {} })).not.toContain("redirect_params");
});

test("any pairs come back as they were, and can change nothing else in the address", () => {
  const text = fc.string({ unit: "grapheme" });
  fc.assert(
    fc.property(fc.dictionary(text, text, { minKeys: 1 }), (redirect_params) => {
      const url = new URL(getLoginURL(clientOf("production"), { redirect_params }));
      expect([...url.searchParams.keys()]).toEqual(["v", "api_key", "redirect_params"]);
      // What the server does: it decodes the field, and appends it to the redirect.
      const redirect = new URL(`https://app.example/?${url.searchParams.get("redirect_params")}`);
      expect([...redirect.searchParams]).toEqual(Object.entries(redirect_params));
      expect([url.hash, redirect.hash]).toEqual(["", ""]);
    }),
  );
});

test("behind a gateway it says where to log in instead", async () => {
  const error = await caught(() => getLoginURL(behindGateway()));
  expect(error).toMatchObject({ code: "InvalidInput", endpoint: "getLoginURL" });
  expect(error.message).toMatch(/^getLoginURL: apiKey: .*gateway's own routes/);
});
