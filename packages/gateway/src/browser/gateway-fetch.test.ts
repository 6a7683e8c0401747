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
    if (init.method === "POST" && token !== `t${session}`) {
      return new Response(null, { status: 403, headers: { "x-csrf-token": "refused" } });
    }
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

test("after another login the first write gets the new token by itself, and is sent once more", async () => {
  const { asked, fetch, signInAgain } = servingTokens();
  const page = gatewayFetch({ path: "/broker", fetch });
  await page("/broker/orders/regular", { method: "POST" });
  signInAgain();
  const answers = await Promise.all([
    page("/broker/orders/regular", { method: "POST" }),
    page("/broker/orders/regular", { method: "POST" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
  expect(asked.filter((line) => line.startsWith("GET"))).toHaveLength(2);
  expect(asked.filter((line) => line.endsWith("t2"))).toHaveLength(2);
});

test.each([
  ["any other 403", new Response(null, { status: 403 })],
  ["a token that is refused again", new Response(null, { status: 403, headers: { "x-csrf-token": "refused" } })],
])("%s is handed on, and nothing is repeated", async (_, refusal) => {
  const { asked, fetch } = servingTokens();
  let writes = 0;
  const page = gatewayFetch({
    fetch: async (input, init) => {
      if (init?.method !== "POST") return fetch(input, init);
      writes += 1;
      return refusal;
    },
  });
  expect(await page("/kite/orders/regular", { method: "POST" })).toBe(refusal);
  expect(writes).toBe(1);
  expect(asked.length).toBeLessThanOrEqual(2);
});

test("a body that can be read once is sent once", async () => {
  const { asked, fetch, signInAgain } = servingTokens();
  const page = gatewayFetch({ fetch });
  await page("/kite/alerts", { method: "POST" });
  signInAgain();
  const body = new Blob(["a=1"]).stream();
  expect((await page("/kite/alerts", { method: "POST", body })).status).toBe(403);
  expect(asked.filter((line) => line.startsWith("POST"))).toHaveLength(2);
  expect((await page("/kite/alerts", { method: "POST" })).status).toBe(200);
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
