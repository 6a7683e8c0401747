import { expect, test } from "vitest";
import { gatewayFetch } from "./gateway-fetch.ts";

/** A gateway that gives one token after the other and takes the latest. */
function servingTokens() {
  const asked: string[] = [];
  let session = 1;
  const fetch = async (input: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    const token = new Headers(init.headers).get("x-csrf-token");
    asked.push(`${init.method ?? "GET"} ${String(input)} ${token ?? "-"}`);
    if (String(input).endsWith("/session"))
      return Response.json({ status: "success", data: { csrf_token: `t${session}` } });
    if (init.method === "POST" && token !== `t${session}`) return new Response(null, { status: 403 });
    return new Response(null, { status: 200 });
  };
  const signInAgain = () => {
    session += 1;
  };
  return { asked, fetch, signInAgain };
}

test("reads are sent as they are, and writes get the token of the session, asked for once", async () => {
  const { asked, fetch } = servingTokens();
  const page = gatewayFetch({ fetch });
  await page("/kite/orders");
  await Promise.all([
    page("/kite/orders/regular", { method: "POST" }),
    page("/kite/orders/regular", { method: "POST" }),
  ]);
  expect(asked).toEqual([
    "GET /kite/orders -",
    "GET /kite/session -",
    "POST /kite/orders/regular t1",
    "POST /kite/orders/regular t1",
  ]);
});

test("a write that is refused is not repeated; the next one asks for the token of the new session", async () => {
  const { asked, fetch, signInAgain } = servingTokens();
  const page = gatewayFetch({ path: "/broker", fetch });
  await page("/broker/orders/regular", { method: "POST" });
  signInAgain();
  expect((await page("/broker/orders/regular", { method: "POST" })).status).toBe(403);
  expect((await page("/broker/orders/regular", { method: "POST" })).status).toBe(200);
  expect(asked.slice(2)).toEqual([
    "POST /broker/orders/regular t1",
    "GET /broker/session -",
    "POST /broker/orders/regular t2",
  ]);
});

test("a token that cannot be had leaves the refusal to the gateway", async () => {
  let calls = 0;
  const fetch = async (input: string | URL | Request): Promise<Response> => {
    calls += 1;
    if (String(input).endsWith("/session")) throw new TypeError("fetch failed");
    return new Response(null, { status: 403 });
  };
  const page = gatewayFetch({ fetch });
  expect((await page("/kite/alerts", { method: "POST" })).status).toBe(403);
  expect(calls).toBe(2);
});
