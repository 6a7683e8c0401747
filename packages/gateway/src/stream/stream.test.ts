import { expect, test, vi } from "vitest";
import { memorySessionStore } from "../session/store.ts";
import { Browser } from "../testing/browser.ts";
import { mounted, secret } from "../testing/mounted.ts";
import { openedTab, openTab, type PageTab } from "../testing/tab.ts";

const INFY = 408065;
const NIFTY = 256265;
const fast = { tickEveryMs: 20, ticks: "all" } as const;
/** Patience for a busy machine. */
const until = <Value>(check: () => Value): Promise<Value> => vi.waitFor(check, { timeout: 15_000, interval: 20 });

const tokensOf = (tab: PageTab): number[] =>
  [...new Set(tab.ticks().map(({ instrument_token }) => instrument_token))].sort();
const subscribe = (...tokens: number[]) => ({ a: "subscribe", v: tokens });

test("tabs share one connection to Kite, and each gets the packets of its own instruments", async () => {
  const { origin, gateway, simulator, signedIn } = await mounted({}, fast);
  const browser = await signedIn();
  const [one, other] = [await openedTab(origin, browser), await openedTab(origin, browser)];
  one.say(subscribe(INFY));
  other.say(subscribe(NIFTY));
  await until(() => {
    expect(tokensOf(one)).toEqual([INFY]);
    expect(tokensOf(other)).toEqual([NIFTY]);
  });
  expect(simulator.stream.connections).toHaveLength(1);
  expect([...(simulator.stream.connections[0]?.subscriptions.keys() ?? [])].sort()).toEqual([NIFTY, INFY]);
  expect(gateway.stats()).toMatchObject({ tabs: 2, accounts: 1 });
});

test("the highest mode of all tabs is what Kite sends, and the last tab's leaving unsubscribes", async () => {
  const { origin, simulator, signedIn } = await mounted({}, fast);
  const browser = await signedIn();
  const [one, other] = [await openedTab(origin, browser), await openedTab(origin, browser)];
  const modes = () => simulator.stream.connections.map(({ subscriptions }) => [...subscriptions]);
  one.say(subscribe(INFY));
  one.say({ a: "mode", v: ["ltp", [INFY]] });
  await until(() => expect(modes()).toEqual([[[INFY, "ltp"]]]));
  other.say(subscribe(INFY));
  other.say({ a: "mode", v: ["full", [INFY]] });
  await until(() => expect(modes()).toEqual([[[INFY, "full"]]]));
  other.say({ a: "unsubscribe", v: [INFY] });
  await until(() => expect(modes()).toEqual([[[INFY, "ltp"]]]));
  one.socket.close();
  await until(() => expect(modes()).toEqual([[]]));
});

test("a tab that comes later gets the latest packet at once", async () => {
  const { origin, signedIn } = await mounted({}, { tickEveryMs: 60_000 });
  const browser = await signedIn();
  const first = await openedTab(origin, browser);
  first.say(subscribe(INFY));
  await until(() => expect(tokensOf(first)).toEqual([INFY]));
  const later = await openedTab(origin, browser);
  later.say(subscribe(INFY));
  await until(() => expect(later.ticks()).toEqual(first.ticks().slice(-1)));
});

test("order updates reach all tabs of the user and nobody else", async () => {
  const { origin, signedIn, simulator } = await mounted({ allow: { orders: true } });
  const [mine, theirs] = [await signedIn("SIM001"), await signedIn("SIM002")];
  const tabs = [await openedTab(origin, mine), await openedTab(origin, mine), await openedTab(origin, theirs)];
  await until(() => expect(simulator.stream.connections).toHaveLength(2));
  await until(() => expect(tabs.every(({ texts }) => texts.some((text) => text.includes('"live"')))).toBe(true));
  const { data } = (await mine.ask(`${origin}/kite/quote?i=NSE:INFY`)).json();
  const form = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", product: "CNC", order_type: "LIMIT" };
  const placed = await mine.ask(`${origin}/kite/orders/regular`, {
    method: "POST",
    headers: { ...(await mine.writing(origin)), "content-type": "application/x-www-form-urlencoded" },
    body: String(new URLSearchParams({ ...form, quantity: "1", price: String(data["NSE:INFY"].upper_circuit_limit) })),
  });
  const { order_id } = placed.json().data;
  const updates = ({ texts }: PageTab) => texts.map((text) => JSON.parse(text)).filter(({ type }) => type === "order");
  await until(() => {
    for (const tab of tabs.slice(0, 2)) {
      expect(updates(tab).at(-1)?.data).toMatchObject({
        order_id,
        status: "COMPLETE",
        order_timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      });
    }
  });
  expect(updates(tabs[2] as PageTab)).toEqual([]);
});

test("a foreign page, a program without an origin and a wrong path get no stream", async () => {
  const { origin, signedIn, simulator } = await mounted();
  const browser = await signedIn();
  expect(await openTab(origin, browser, { from: "https://evil.example" })).toBe(403);
  expect(await openTab(origin, browser, { from: "null" })).toBe(403);
  expect(await openTab(origin, browser, { from: "" })).toBe(403);
  expect(await openTab(origin, browser, { path: "/kite/stream" })).toBe(404);
  expect(await openTab(origin, browser, { path: "/other" })).toBe(404);
  expect(simulator.stream.connections).toEqual([]);
});

test("a stream that is not allowed is refused, and where orders may not be read their updates do not come", async () => {
  const closed = await mounted({ allow: { stream: false } });
  expect(await openTab(closed.origin, await closed.signedIn())).toBe(403);

  const { origin, signedIn, simulator } = await mounted({ allow: { orders: false } }, fast);
  const tab = await openedTab(origin, await signedIn());
  tab.say(subscribe(INFY));
  await until(() => expect(tab.frames.length).toBeGreaterThan(0));
  simulator.stream.send(JSON.stringify({ type: "order", data: simulator.orders("SIM001")[0] ?? { order_id: "1" } }));
  simulator.stream.send(JSON.stringify({ type: "message", data: "after it" }));
  await until(() => expect(tab.texts.join()).toContain("after it"));
  expect(tab.texts.filter((text) => text.includes('"type":"order"'))).toEqual([]);
  expect(simulator.requests.some(({ path }) => path === "/orders")).toBe(false);
});

test("who is not signed in learns it from the close code", async () => {
  const { origin, simulator } = await mounted();
  const tab = await openedTab(origin, new Browser());
  expect(await tab.closed).toEqual([4003, expect.stringContaining("/kite/login")]);
  const forged = await openedTab(origin, { cookie: "kite-80=a.b.c.d.e" });
  expect((await forged.closed)[0]).toBe(4003);
  expect(simulator.stream.connections).toEqual([]);
});

test("a logout ends the tabs of the session with a code, and the connection to Kite", async () => {
  const { origin, signedIn, simulator } = await mounted();
  const browser = await signedIn();
  const tab = await openedTab(origin, browser);
  await until(() => expect(simulator.stream.connections).toHaveLength(1));
  await browser.ask(`${origin}/kite/logout`, { method: "POST", headers: await browser.writing(origin) });
  expect((await tab.closed)[0]).toBe(4001);
  await until(() => expect(simulator.stream.connections).toEqual([]));
});

test("when one of two logins ends, the stream goes on with the token of the other", async () => {
  const { origin, signedIn, simulator } = await mounted({}, fast);
  const [first, second] = [await signedIn(), await signedIn()];
  const stays = await openedTab(origin, first);
  stays.say(subscribe(INFY));
  const leaves = await openedTab(origin, second);
  await until(() => expect(stays.frames.length).toBeGreaterThan(0));
  await second.ask(`${origin}/kite/logout`, { method: "POST", headers: await second.writing(origin) });
  expect((await leaves.closed)[0]).toBe(4001);
  const before = stays.frames.length;
  await until(() => expect(stays.frames.length).toBeGreaterThan(before + 20));
  expect(stays.socket.readyState).toBe(stays.socket.OPEN);
  expect(simulator.stream.connections).toHaveLength(1);
}, 20_000);

test("a session that Kite ends is over for the tabs too, without anybody asking for anything", async () => {
  const { origin, signedIn, simulator } = await mounted();
  const browser = await signedIn();
  const tab = await openedTab(origin, browser);
  await until(() => expect(simulator.stream.connections).toHaveLength(1));
  simulator.expireSessions();
  expect((await tab.closed)[0]).toBe(4001);
  expect((await (await openedTab(origin, browser)).closed)[0]).toBe(4003);
}, 20_000);

test("06:00 IST ends the tabs", async () => {
  let now = Date.now();
  const { origin, signedIn } = await mounted({ now: () => now });
  const browser = await signedIn();
  const tab = await openedTab(origin, browser);
  now += 24 * 60 * 60_000;
  expect((await tab.closed)[0]).toBe(4001);
}, 20_000);

test("a session that another server has ended in the store loses its tabs", async () => {
  const store = memorySessionStore();
  const { origin, signedIn } = await mounted({ sessions: { secret, store } });
  const tab = await openedTab(origin, await signedIn());
  await store.removeUser("SIM001");
  expect((await tab.closed)[0]).toBe(4001);
}, 20_000);

test("a lost connection to Kite is told, comes back, and brings what was subscribed", async () => {
  const { origin, signedIn, simulator } = await mounted({}, fast);
  const tab = await openedTab(origin, await signedIn());
  tab.say(subscribe(INFY));
  await until(() => expect(tab.ticks().length).toBeGreaterThan(0));
  simulator.stream.kill();
  const states = () =>
    tab.texts.map((text) => JSON.parse(text)).flatMap(({ type, data }) => (type === "upstream" ? [data.status] : []));
  await until(() => expect(states()).toContain("reconnecting"));
  await until(() => expect(states().at(-1)).toBe("live"));
  const before = tab.frames.length;
  await until(() => expect(tab.frames.length).toBeGreaterThan(before));
  expect(tab.socket.readyState).toBe(tab.socket.OPEN);
}, 20_000);

test("limits: tabs of an account, instruments of a tab, size and number of messages", async () => {
  const { origin, signedIn } = await mounted({ limits: { tabs: 3, instruments: 2, messageBytes: 1_000 } });
  const browser = await signedIn();
  const tabs = [await openedTab(origin, browser), await openedTab(origin, browser), await openedTab(origin, browser)];
  expect((await (await openedTab(origin, browser)).closed)[0]).toBe(4008);

  const [one, other, third] = tabs as [PageTab, PageTab, PageTab];
  one.say(subscribe(1, 2, 3));
  await until(() => expect(one.texts.join()).toContain("no more than 2 instruments"));
  other.say("x".repeat(1_001));
  expect((await other.closed)[0]).toBe(1009);
  for (let turn = 0; turn < 500; turn += 1) third.say({ a: "unsubscribe", v: [1] });
  expect((await third.closed)[0]).toBe(4008);
});

test.each([
  "",
  "{",
  "null",
  "[]",
  '{"a":"subscribe"}',
  '{"a":"subscribe","v":["1"]}',
  '{"a":"mode","v":["fast",[1]]}',
  '{"a":"subscribe","v":[-1]}',
])("%j is answered and harms nobody", async (message) => {
  const { origin, signedIn, simulator } = await mounted();
  const tab = await openedTab(origin, await signedIn());
  tab.say(message);
  await until(() => expect(tab.texts.join()).toContain("cannot be understood"));
  expect(simulator.stream.connections.flatMap(({ subscriptions }) => [...subscriptions])).toEqual([]);
});

test("close says goodbye to tabs and leaves no connection to Kite", async () => {
  const { origin, gateway, signedIn, simulator } = await mounted();
  const tab = await openedTab(origin, await signedIn());
  await until(() => expect(simulator.stream.connections).toHaveLength(1));
  await gateway.close();
  expect((await tab.closed)[0]).toBe(1001);
  await until(() => expect(simulator.stream.connections).toEqual([]));
  expect(await openTab(origin, new Browser())).toBe(503);
});
