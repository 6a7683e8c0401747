import { expect, test } from "vitest";
import { Browser } from "../testing/browser.ts";
import { mounted } from "../testing/mounted.ts";

const headers = { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.8" };

type Started = Awaited<ReturnType<typeof mounted>>;

/** Comes back from Kite's page in each of the ways that lead nowhere. */
const ways = {
  cancelled: async ({ origin }: Started) => {
    const browser = new Browser();
    const back = new URL(await browser.throughLoginPage(origin));
    back.searchParams.set("status", "cancelled");
    return browser.ask(back.href, { headers });
  },
  "not-started-here": async ({ origin }: Started) =>
    new Browser().ask(await new Browser().throughLoginPage(origin), { headers }),
  refused: async ({ origin }: Started) => {
    const browser = new Browser();
    const back = new URL(await browser.throughLoginPage(origin));
    back.searchParams.set("request_token", "used-before");
    return browser.ask(back.href, { headers });
  },
  unreachable: async ({ origin, simulator }: Started) => {
    const browser = new Browser();
    const back = await browser.throughLoginPage(origin);
    simulator.faults.set([{ match: "POST /session/token", fault: { kind: "drop", executed: false } }]);
    return browser.ask(back, { headers });
  },
};

test.each(Object.entries(ways))(
  "a login that is %s leads a person to the app's page, which is told why",
  async (problem, come) => {
    const started = await mounted({ loginFailedPath: "/welcome?from=kite#top" });
    const reply = await come(started);
    expect([reply.status, reply.headers.location]).toEqual([303, `/welcome?from=kite&login=${problem}#top`]);
    expect(reply.setCookies.every((line) => line.includes("Max-Age=0"))).toBe(true);
    expect(started.events.at(-1)).toMatchObject({ route: "/callback", status: 303, problem: expect.any(String) });
  },
);

test.each(Object.entries(ways))(
  "without such a page, a login that is %s shows a plain one with the way to the next try",
  async (_, come) => {
    const reply = await come(await mounted());
    expect(reply.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(reply.headers["content-security-policy"]).toContain("default-src 'none'");
    expect(reply.text).toContain('<a href="/kite/login">Log in again</a>');
  },
);
