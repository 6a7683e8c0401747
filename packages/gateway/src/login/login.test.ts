import { expect, test } from "vitest";
import { memorySessionStore } from "../session/store.ts";
import { Browser } from "../testing/browser.ts";
import { mounted, secret } from "../testing/mounted.ts";

test("a person logs in through Kite's page, is known by a cookie that no script can read, and logs out", async () => {
  const { origin, simulator } = await mounted();
  const browser = new Browser();
  expect((await browser.ask(`${origin}/kite/session`)).json().data).toEqual({ signed_in: false, login: "/kite/login" });

  const callback = await browser.signIn(origin, { query: "?returnTo=/watchlist%3Flist=1" });
  expect(callback.status).toBe(303);
  expect(callback.headers.location).toBe("/watchlist?list=1");
  expect(callback.setCookies).toHaveLength(2);
  expect(callback.setCookies[1]).toMatch(/^kite-\d+=[\w.-]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax$/);

  const { data } = (await browser.ask(`${origin}/kite/session`)).json();
  expect(data).toEqual({
    signed_in: true,
    user_id: "SIM001",
    user_name: expect.any(String),
    expires: expect.stringMatching(/T00:30:00\.000Z$/),
    csrf_token: expect.stringMatching(/^[\w-]{43}$/),
  });
  expect((await browser.ask(`${origin}/kite/user/profile`)).json().data.user_id).toBe("SIM001");

  const out = await browser.ask(`${origin}/kite/logout`, { method: "POST", headers: await browser.writing(origin) });
  expect(out.json()).toEqual({ status: "success", data: { ended_at_kite: true } });
  expect(browser.cookie).toBe("");
  expect(simulator.requests.at(-1)).toMatchObject({ method: "DELETE", path: "/session/token", status: 200 });
});

test("behind TLS the cookies have the __Host- prefix and are for TLS alone", async () => {
  const { gateway } = await mounted({ origin: "https://app.example" });
  const response = await gateway(new Request("http://10.0.0.1/kite/login"));
  expect(response.headers.getSetCookie()[0]).toMatch(
    /^__Host-kite-login=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
});

test("a state is good once", async () => {
  const { origin, reached } = await mounted();
  const browser = new Browser();
  const back = await browser.throughLoginPage(origin);
  const cookies = browser.cookie;
  expect((await browser.ask(back)).status).toBe(303);
  const sent = reached();
  const replay = await new Browser().ask(back, { headers: { cookie: cookies } });
  expect(replay.status).toBe(403);
  expect(replay.json()).toMatchObject({ status: "error", error_type: "GatewayException", data: null });
  expect(replay.json().message).toContain("start again at /kite/login");
  expect(reached()).toEqual(sent);
});

test.each([
  ["another browser", async (back: string) => new Browser().ask(back)],
  [
    "a browser in the middle of its own login",
    async (back: string, origin: string) => {
      const victim = new Browser();
      await victim.ask(`${origin}/kite/login`);
      return victim.ask(back);
    },
  ],
])("a login that %s comes back with is refused, and its token is not spent", async (_, come) => {
  const { origin, reached } = await mounted();
  const attacker = new Browser();
  const back = await attacker.throughLoginPage(origin);
  const reply = await come(back, origin);
  expect(reply.status).toBe(403);
  expect(reply.setCookies.every((line) => line.includes("Max-Age=0"))).toBe(true);
  expect(reached()).toEqual([]);
});

test("a login takes ten minutes at most", async () => {
  let now = Date.now();
  const { origin } = await mounted({ now: () => now });
  const browser = new Browser();
  const back = await browser.throughLoginPage(origin);
  now += 600_000;
  expect((await browser.ask(back)).status).toBe(403);
});

test.each([
  "//evil.example",
  "https://evil.example",
  "/\\evil.example",
  "/%0d%0aset-cookie:x=1",
  "javascript:alert(1)",
  "/a\\b",
])("%s is no place to return to", async (place) => {
  const { origin } = await mounted();
  const query = `?returnTo=${place.startsWith("/%") ? place : encodeURIComponent(place)}`;
  const reply = await new Browser().ask(`${origin}/kite/login${query}`);
  expect(reply.status).toBe(400);
  expect(reply.setCookies).toEqual([]);
});

test("a login that was cancelled at Kite says so", async () => {
  const { origin, reached } = await mounted();
  const browser = new Browser();
  const back = new URL(await browser.throughLoginPage(origin));
  back.searchParams.set("status", "cancelled");
  const reply = await browser.ask(back.href);
  expect([reply.status, reply.json().error_type]).toEqual([400, "GatewayException"]);
  expect(reached()).toEqual([]);
});

test("a wrong secret is named as a possible reason, and not shown", async () => {
  const apiSecret = "not-the-secret-of-this-app";
  const { origin } = await mounted({ apiSecret });
  const browser = new Browser();
  const reply = await browser.signIn(origin);
  expect(reply.status).toBe(403);
  expect(reply.json().message).toContain("apiSecret is wrong");
  expect(browser.heard.join()).not.toContain(apiSecret);
});

test("a login whose answer names nobody signs nobody in", async () => {
  const { origin } = await mounted({
    fetch: async (input, init) => {
      if (!String(input).endsWith("/session/token")) return fetch(input, init);
      return Response.json({ status: "success", data: { access_token: "a-token-without-a-user" } });
    },
  });
  const browser = new Browser();
  const reply = await browser.signIn(origin);
  expect([reply.status, reply.json().error_type]).toEqual([502, "NetworkException"]);
  expect(browser.cookie).toBe("");
});

test("a session ends at 06:00 IST", async () => {
  let now = Date.now();
  const { origin, signedIn, reached } = await mounted({ now: () => now });
  const browser = await signedIn();
  const { data } = (await browser.ask(`${origin}/kite/session`)).json();
  now = Date.parse(data.expires);
  const sent = reached();
  const reply = await browser.ask(`${origin}/kite/orders`);
  expect([reply.status, reply.json().error_type]).toEqual([403, "TokenException"]);
  expect(reached()).toEqual(sent);
});

test("a session that Kite has ended is over for all of its tabs, and Kite is not asked again", async () => {
  const { origin, signedIn, simulator, reached } = await mounted();
  const browser = await signedIn();
  simulator.expireSessions();
  const first = await browser.ask(`${origin}/kite/orders`);
  expect([first.status, first.json().error_type]).toEqual([403, "TokenException"]);
  expect(first.json().message).toContain("/kite/login");
  const sent = reached();
  expect((await browser.ask(`${origin}/kite/portfolio/holdings`)).status).toBe(403);
  expect((await browser.ask(`${origin}/kite/session`)).json().data.signed_in).toBe(false);
  expect(reached()).toEqual(sent);
  await browser.signIn(origin);
  expect((await browser.ask(`${origin}/kite/orders`)).status).toBe(200);
});

test("a new secret seals, the old one still opens, and without it old cookies are nothing", async () => {
  const next = "the-next-secret-with-more-than-thirty-two";
  const { origin, signedIn, simulator } = await mounted();
  const browser = await signedIn();
  const rotated = await mounted({ sessions: { secret: [next, secret] }, environment: simulator.environment });
  const port = (address: string) => new URL(address).port;
  const cookie = browser.cookie.replace(port(origin), port(rotated.origin));
  const ask = (place: string) => new Browser().ask(`${place}/kite/user/profile`, { headers: { cookie } });
  expect((await ask(rotated.origin)).status).toBe(200);
  const replaced = await mounted({ sessions: { secret: next } });
  const other = cookie.replace(port(rotated.origin), port(replaced.origin));
  const refused = await new Browser().ask(`${replaced.origin}/kite/user/profile`, { headers: { cookie: other } });
  expect(refused.json().error_type).toBe("TokenException");
});

test("with a store, a logout everywhere ends the sessions of other browsers", async () => {
  const { origin, signedIn } = await mounted({ sessions: { secret, store: memorySessionStore() } });
  const [one, other, stranger] = [await signedIn(), await signedIn(), await signedIn("SIM002")];
  await one.ask(`${origin}/kite/logout`, {
    method: "POST",
    headers: { ...(await one.writing(origin)), "content-type": "application/x-www-form-urlencoded" },
    body: "everywhere=true",
  });
  expect((await other.ask(`${origin}/kite/orders`)).json().error_type).toBe("TokenException");
  expect((await stranger.ask(`${origin}/kite/orders`)).status).toBe(200);
});
