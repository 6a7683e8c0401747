import { expect, test } from "vitest";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";

test.each(["evil.example", "evil.example:4173", "127.0.0.1", "[::1]:4173", "127.0.0.1.evil.example"])(
  "nothing is answered under the name %s",
  async (host) => {
    const { origin, logIn } = await startDashboard();
    await logIn("SIM001");
    for (const path of ["/", "/login", "/callback", "/api/session", "/api/portfolio"]) {
      const reply = await new Browser().ask(origin + path, { headers: { host } });
      expect([reply.status, reply.json().code]).toEqual([403, "WrongHost"]);
    }
  },
);

test("localhost leads to the one address, with the way it came", async () => {
  const { origin } = await startDashboard();
  const { port } = new URL(origin);
  const headers = { host: `localhost:${port}` };
  const reply = await new Browser().ask(`${origin}/callback?state=a&request_token=b`, { headers });
  expect([reply.status, reply.location]).toEqual([307, `${origin}/callback?state=a&request_token=b`]);
  const slashes = await new Browser().ask(`${origin}//evil.example/x`, { headers });
  expect(slashes.location).toBe(`${origin}/evil.example/x`);
  expect((await new Browser().ask(`${origin}/api/logout`, { method: "POST", headers })).status).toBe(403);
});

test.each([
  ["another site", "https://evil.example"],
  ["a file", "null"],
  ["another port", "http://127.0.0.1:1"],
  ["nobody", undefined],
])("a change asked for by %s is refused", async (_, from) => {
  const { origin, logIn, connection } = await startDashboard();
  await logIn("SIM001");
  for (const path of ["/api/logout", "/api/positions/convert", "/api/simulation/expire", "/callback"]) {
    const headers = from === undefined ? {} : { origin: from };
    const reply = await new Browser().ask(origin + path, { method: "POST", headers, body: "{}" });
    expect([reply.status, reply.json().code]).toEqual([403, "WrongOrigin"]);
  }
  expect(connection.state).toBe("logged-in");
});

test("every answer carries a policy under which no script but ours runs, refusals too", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  const replies = [
    await browser.ask(`${origin}/`),
    await browser.ask(`${origin}/api/session`),
    await browser.ask(`${origin}/nothing`),
    await browser.ask(`${origin}/login`),
    await browser.ask(`${origin}/`, { headers: { host: "evil.example" } }),
  ];
  for (const { headers } of replies) {
    const policy = headers["content-security-policy"];
    expect(policy).toContain("default-src 'none'; script-src 'self'; style-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers).not.toHaveProperty("access-control-allow-origin");
  }
});

test("a body without end is not read", async () => {
  const { origin, logIn } = await startDashboard();
  await logIn("SIM001");
  const reply = await new Browser().post(origin, "/api/positions/convert", { tradingsymbol: "x".repeat(20_000) });
  expect(reply.status).toBe(413);
});
