import { Hono } from "hono";
import { expect, test } from "vitest";
import type { Exchange } from "../exchange.ts";
import { authorisationRoutes } from "./authorisation.ts";

const exchange: Exchange = {
  name: "production",
  environment: "production",
  apiKey: "testkey",
  apiSecret: "testsecret",
  close: async () => {},
};

test("leads to the depository's page of a request, and to no other place", async () => {
  const app = new Hono();
  authorisationRoutes(app, exchange);
  const { status, headers } = await app.request("/demo/authorise/abc123");
  expect(status).toBe(302);
  const page = "https://kite.zerodha.com/connect/portfolio/authorise/holdings/testkey/";
  expect(headers.get("location")).toBe(`${page}abc123`);
  const odd = await app.request(`/demo/authorise/${encodeURIComponent("..//evil.example/")}`);
  expect(odd.headers.get("location")).toBe(`${page}..%2F%2Fevil.example%2F`);
});
