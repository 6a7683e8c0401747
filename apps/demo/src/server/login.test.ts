import { expect, test } from "vitest";
import { Browser } from "./testing/browser.ts";
import { startDashboard } from "./testing/dashboard.ts";

test("a login goes through the exchange's page and back, and leaves no token in the address", async () => {
  const { origin, connection, reported } = await startDashboard();
  const callback = await new Browser().logIn(origin, "SIM003");
  expect([callback.status, callback.location]).toEqual([303, `${origin}/`]);
  expect(connection.state).toBe("logged-in");
  expect(reported).toEqual(["Logged in: Tara Singh (SIM003)"]);
});

test("a callback with a forged, a missing or a used state is refused, and its token is not spent", async () => {
  const { origin, connection, simulator } = await startDashboard();
  const browser = new Browser();
  const { request_token } = await simulator.login({ user_id: "SIM001" });
  const callback = `${origin}/callback?status=success&request_token=${request_token}`;
  await browser.ask(`${origin}/login`);
  for (const address of [callback, `${callback}&state=`, `${callback}&state=forged`]) {
    const reply = await browser.ask(address);
    expect(reply.location).toBe(`${origin}/?login=not-started-here`);
  }
  expect(connection.state).toBe("logged-out");
  await connection.logIn(request_token);
  expect(connection.state).toBe("logged-in");
});

test("a login that was started in another browser is refused", async () => {
  const { origin, connection, simulator } = await startDashboard();
  const attacker = new Browser();
  const started = await attacker.ask(`${origin}/login`);
  const params = new URLSearchParams(new URL(started.location).searchParams.get("redirect_params") ?? "");
  const { request_token } = await simulator.login({ user_id: "SIM001" });
  const link = `${origin}/callback?status=success&request_token=${request_token}&state=${params.get("state")}`;
  expect((await new Browser().ask(link)).location).toBe(`${origin}/?login=not-started-here`);
  expect(connection.state).toBe("logged-out");
});

test("a cancelled login and a dead token lead back to the page with a reason", async () => {
  const { origin, connection } = await startDashboard();
  const browser = new Browser();
  const stateOf = async () => {
    const { location } = await browser.ask(`${origin}/login`);
    return new URLSearchParams(new URL(location).searchParams.get("redirect_params") ?? "").get("state");
  };
  const cancelled = await browser.ask(`${origin}/callback?status=cancelled&state=${await stateOf()}`);
  expect(cancelled.location).toBe(`${origin}/?login=cancelled`);
  const dead = await browser.ask(`${origin}/callback?status=success&request_token=dead&state=${await stateOf()}`);
  expect(dead.location).toBe(`${origin}/?login=refused`);
  expect(connection.state).toBe("logged-out");
});

test("a real account is shown only to the browser that logged in to it", async () => {
  const { origin } = await startDashboard("production");
  const owner = new Browser();
  const stranger = new Browser();
  await owner.logIn(origin, "SIM001");
  expect((await owner.ask(`${origin}/api/portfolio`)).status).toBe(200);
  expect((await stranger.ask(`${origin}/api/session`)).json().state).toBe("elsewhere");
  for (const path of ["/api/account", "/api/portfolio", "/api/statistics"]) {
    expect((await stranger.ask(origin + path)).status).toBe(401);
  }
  expect((await stranger.post(origin, "/api/logout")).status).toBe(401);
  expect((await stranger.post(origin, "/api/positions/convert")).status).toBe(401);
  expect((await stranger.post(origin, "/api/simulation/expire")).status).toBe(404);

  await stranger.logIn(origin, "SIM003");
  expect((await stranger.ask(`${origin}/api/portfolio`)).status).toBe(200);
  expect((await owner.ask(`${origin}/api/portfolio`)).status).toBe(401);
});

test("the cookies cannot be read by scripts, nor sent by other sites", async () => {
  const { origin } = await startDashboard("production");
  const browser = new Browser();
  const [attempt] = (await browser.ask(`${origin}/login`)).setCookies;
  expect(attempt).toMatch(/; Path=\/callback; HttpOnly; SameSite=Lax/);
  const [owner] = (await browser.logIn(origin, "SIM001")).setCookies;
  expect(owner).toMatch(/; Path=\/api; HttpOnly; SameSite=Strict/);
});
