import { expect, test, vi } from "vitest";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";
import { openStream } from "./testing/page-socket.ts";

test("a login goes through the exchange's page and back; then Kite's routes answer below /kite", async () => {
  const { origin, reported, simulator } = await startDashboard();
  const browser = new Browser();
  const callback = await browser.logIn(origin, "SIM003");
  expect([callback.status, callback.location]).toEqual([303, `${origin}/`]);
  expect(reported).toEqual(["A browser has logged in"]);
  const profile = (await browser.ask(`${origin}/kite/user/profile`)).json();
  expect(profile).toMatchObject({ status: "success", data: { user_id: "SIM003" } });
  expect(simulator.requests.at(-1)).toMatchObject({ path: "/user/profile", user_id: "SIM003" });
});

test("a login that was not started here, and one that was cancelled, lead to the page with the reason", async () => {
  const { origin, reported } = await startDashboard();
  const browser = new Browser();
  const come = async (query: string) => {
    const headers = { accept: "text/html" };
    const reply = await browser.ask(`${origin}/kite/callback?${query}`, { headers });
    return [reply.status, reply.location];
  };
  expect(await come("status=success&request_token=a&state=forged")).toEqual([303, `${origin}/?login=not-started-here`]);
  const { location } = await browser.ask(`${origin}/kite/login`);
  const state = new URLSearchParams(new URL(location).searchParams.get("redirect_params") ?? "").get("state");
  expect(await come(`status=cancelled&state=${state}`)).toEqual([303, `${origin}/?login=cancelled`]);
  expect(reported).toEqual([
    expect.stringMatching(/^Login failed: this login was not started in this browser/),
    expect.stringMatching(/^Login failed: the login was not completed/),
  ]);
});

test("what needs a login is refused without one, in Kite's words", async () => {
  const { origin } = await startDashboard();
  const reply = await new Browser().ask(`${origin}/kite/portfolio/holdings`);
  expect([reply.status, reply.json().error_type]).toEqual([403, "TokenException"]);
});

test("on the simulated exchange a browser gets in without being asked, through the gateway's own login", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  const reply = await browser.post(origin, "/demo/enter");
  expect(reply.status).toBe(204);
  expect((await browser.ask(`${origin}/kite/session`)).json()).toMatchObject({
    data: { signed_in: true, user_id: "SIM001" },
  });
  // what was used on the way is gone
  expect(browser.cookie).toMatch(/^kite-\d+=[^;]+$/);
});

test("a real account lets nobody in without a login, and ends no sessions at will", async () => {
  const { origin } = await startDashboard("production");
  const browser = new Browser();
  for (const path of ["/demo/enter", "/demo/expire", "/demo/weather"]) {
    const reply = await browser.post(origin, path);
    expect([reply.status, reply.json().code, reply.setCookies]).toEqual([404, "NotSimulated", []]);
  }
  expect((await browser.ask(`${origin}/demo/about`)).json()).toEqual({ environment: "production" });
});

test("the end of all sessions is a TokenException, and nobody is signed in until the next login", async () => {
  const { origin } = await startDashboard();
  const browser = new Browser();
  await browser.logIn(origin, "SIM001");
  expect((await browser.post(origin, "/demo/expire")).status).toBe(204);
  const refused = await browser.ask(`${origin}/kite/portfolio/holdings`);
  expect(refused.json().error_type).toBe("TokenException");
  const session = async () => (await browser.ask(`${origin}/kite/session`)).json().data;
  expect(await session()).toMatchObject({ signed_in: false });
  await browser.logIn(origin, "SIM002");
  expect(await session()).toMatchObject({ signed_in: true, user_id: "SIM002" });
});

test("tells what all tabs asked for, and what of it reached the exchange", async () => {
  const { origin, simulator } = await startDashboard();
  const [one, other] = [new Browser(), new Browser()];
  for (const browser of [one, other]) await browser.logIn(origin, "SIM001");
  const before = simulator.requests.length;
  await Promise.all([one, other].map((browser) => browser.ask(`${origin}/kite/portfolio/holdings`)));
  const reached = simulator.requests.length - before;
  const statistics = (await one.ask(`${origin}/demo/statistics`)).json();
  expect(statistics).toMatchObject({ tabs: 0, refused: 0, shared: 2 - reached });
  const stream = await openStream(origin, { cookie: one.cookie });
  if (typeof stream === "number") throw new Error(`refused with ${stream}`);
  stream.say({ a: "subscribe", v: [408065] });
  await vi.waitFor(() => expect(stream.frames()).toBeGreaterThan(0), { timeout: 10_000 });
  expect((await one.ask(`${origin}/demo/statistics`)).json()).toMatchObject({ tabs: 1 });
});
