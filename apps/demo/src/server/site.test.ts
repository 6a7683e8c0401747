import { expect, test } from "vitest";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";
import { openStream } from "./testing/page-socket.ts";

test.each(["evil.example", "evil.example:4173", "127.0.0.1", "[::1]:4173", "127.0.0.1.evil.example"])(
  "nothing is answered under the name %s",
  async (host) => {
    const { origin } = await startDashboard();
    for (const path of ["/", "/kite/login", "/kite/callback", "/kite/session", "/kite/orders", "/demo/about"]) {
      const reply = await new Browser().ask(origin + path, { headers: { host } });
      expect([reply.status, reply.json().code]).toEqual([403, "WrongHost"]);
    }
  },
);

test("localhost leads to the one address, with the way it came", async () => {
  const { origin } = await startDashboard();
  const { port } = new URL(origin);
  const headers = { host: `localhost:${port}` };
  const reply = await new Browser().ask(`${origin}/kite/callback?state=a&request_token=b`, { headers });
  expect([reply.status, reply.location]).toEqual([307, `${origin}/kite/callback?state=a&request_token=b`]);
  const slashes = await new Browser().ask(`${origin}//evil.example/x`, { headers });
  expect(slashes.location).toBe(`${origin}/evil.example/x`);
  expect((await new Browser().ask(`${origin}/kite/logout`, { method: "POST", headers })).status).toBe(403);
});

test.each([
  ["another site", "https://evil.example"],
  ["a file", "null"],
  ["another port", "http://127.0.0.1:1"],
  ["nobody", undefined],
])("a change asked for by %s is refused", async (_, from) => {
  const { origin, simulator } = await startDashboard();
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  for (const path of ["/kite/logout", "/kite/orders/regular", "/demo/enter", "/demo/expire", "/demo/weather"]) {
    const headers = from === undefined ? {} : { origin: from };
    const reply = await browser.ask(origin + path, { method: "POST", headers, body: "{}" });
    expect([reply.status, reply.json().code, reply.setCookies]).toEqual([403, "WrongOrigin", []]);
  }
  expect((await browser.ask(`${origin}/kite/user/profile`)).status).toBe(200);
  expect(simulator.faults.rules).toEqual([]);
});

test("another site cannot open the stream, not even in a browser that is logged in", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  const { cookie } = browser;
  for (const from of ["https://evil.example", origin.replace("127.0.0.1", "localhost"), ""]) {
    expect(await openStream(origin, { from, cookie })).toBe(403);
  }
  expect(await openStream(origin, { cookie, path: "/demo/about" })).toBe(404);
  expect(await openStream(origin, { cookie })).toBeTypeOf("object");
});

test("every answer carries a policy under which no script but ours runs, refusals and the gateway's too", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  const own = "default-src 'none'; script-src 'self'; style-src 'self'";
  const expected = [
    [await browser.ask(`${origin}/`), own],
    [await browser.ask(`${origin}/demo/about`), own],
    [await browser.ask(`${origin}/nothing`), own],
    [await browser.ask(`${origin}/`, { headers: { host: "evil.example" } }), own],
    [await browser.ask(`${origin}/kite/session`), "default-src 'none'"],
    [await browser.ask(`${origin}/kite/login`), "default-src 'none'"],
  ] as const;
  for (const [{ headers }, policy] of expected) {
    expect(headers["content-security-policy"]).toContain(policy);
    expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  }
});

test("a body without end is not read", async () => {
  const { origin } = await startDashboard();
  const reply = await new Browser().post(origin, "/demo/weather", { bad: "x".repeat(20_000) });
  expect(reply.status).toBe(413);
  const headers = { origin, "transfer-encoding": "chunked" };
  expect((await new Browser().ask(`${origin}/demo/weather`, { method: "POST", headers, body: "{}" })).status).toBe(413);
});
