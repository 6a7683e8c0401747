import { inspect } from "node:util";
import { afterEach, describe, expect, test, vi } from "vitest";
import { runClock } from "./clock.ts";
import type { SimulatorOptions } from "./options.ts";
import { createSimulator, type Simulator } from "./simulator.ts";
import { exchangeForm } from "./testing/caller.ts";

const NOON = Date.parse("2026-03-02T12:00:00+05:30");

/** Everything a user can read, as text; host of the URL as an app in production would have it. */
async function everything(simulator: Simulator, user_id = "SIM001"): Promise<Record<string, string>> {
  const root = "https://api.kite.trade";
  const { request_token } = await simulator.login({ user_id });
  const body = new URLSearchParams(exchangeForm(simulator, request_token));
  const session = await (await simulator.fetch(`${root}/session/token`, { method: "POST", body })).text();
  const headers = { authorization: `token ${simulator.apiKey}:${JSON.parse(session).data.access_token}` };
  const texts: Record<string, string> = { session };
  for (const path of ["/user/profile/full", "/user/margins", "/portfolio/holdings", "/portfolio/positions"]) {
    texts[path] = await (await simulator.fetch(new Request(root + path, { headers }))).text();
  }
  return texts;
}

describe("seeds", () => {
  test("the same seed and clock give the same bytes", async () => {
    const options: SimulatorOptions = { seed: 7, clock: () => NOON };
    expect(await everything(createSimulator(options))).toEqual(await everything(createSimulator(options)));
  });

  test("another seed, and another user, give other prices and quantities", async () => {
    const one = await everything(createSimulator({ seed: 7, clock: () => NOON }));
    const other = await everything(createSimulator({ seed: 8, clock: () => NOON }));
    const numbers = (text = "", field = ""): number[] => JSON.parse(text).data.map((row: never) => row[field]);
    for (const field of ["last_price", "close_price", "average_price", "quantity"]) {
      expect(numbers(other["/portfolio/holdings"], field)).not.toEqual(numbers(one["/portfolio/holdings"], field));
    }
    expect(other["/user/margins"]).not.toBe(one["/user/margins"]);
    const third = await everything(createSimulator({ seed: 7, clock: () => NOON }), "SIM003");
    expect(numbers(third["/portfolio/holdings"], "last_price")).toEqual(
      numbers(one["/portfolio/holdings"], "last_price"),
    );
    expect(numbers(third["/portfolio/holdings"], "quantity")).not.toEqual(
      numbers(one["/portfolio/holdings"], "quantity"),
    );
  });

  test("every price lies on the tick grid, and every average has five decimals", async () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const texts = await everything(createSimulator({ seed, clock: () => NOON }));
      for (const row of JSON.parse(texts["/portfolio/holdings"] ?? "").data) {
        expect(row.last_price * 100).toBeCloseTo(Math.round(row.last_price * 100), 6);
        expect(String(row.average_price)).toMatch(/\.\d{5}$/);
      }
    }
  });

  const zone = process.env.TZ;
  afterEach(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test("the zone of the host changes nothing", async () => {
    const evening = Date.parse("2026-02-28T23:45:00Z"); // already March in India, still February elsewhere
    const seen = new Set<string>();
    const hours = new Set<number>();
    for (const name of ["UTC", "Asia/Kolkata", "America/New_York"]) {
      process.env.TZ = name;
      hours.add(new Date(0).getHours());
      seen.add(JSON.stringify(await everything(createSimulator({ clock: () => evening }))));
    }
    expect(hours.size).toBe(3); // the host really moved
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain("2026-03-01 05:15:00");
    expect([...seen][0]).toContain("NIFTY26APRFUT");
  });
});

describe("handles", () => {
  test("have addresses and credentials that nobody takes for real ones", () => {
    const simulator = createSimulator();
    expect(simulator.environment).toEqual({
      root: "http://simulator.invalid",
      login: "http://simulator.invalid/connect/login?v=3",
      ws: "ws://simulator.invalid",
    });
    expect([simulator.apiKey, simulator.apiSecret]).toEqual(["simulator-api-key", "simulator-api-secret"]);
    expect(createSimulator({ apiKey: "mine", apiSecret: "hush" })).toMatchObject({ apiKey: "mine", apiSecret: "hush" });
  });

  test("show no credential to inspect, JSON or errors", async () => {
    const simulator = createSimulator({ apiSecret: "hush-hush" });
    const { request_token } = await simulator.login();
    const shown = inspect(simulator, { depth: 9, showHidden: true }) + JSON.stringify(simulator);
    expect(shown).not.toContain("hush-hush");
    expect(shown).not.toContain(request_token);
  });

  test("login is for users who exist, and for the first one by default", async () => {
    const users = [{ user_id: "ZZ1", user_name: "Zoya", portfolio: "empty" }] as const;
    const simulator = createSimulator({ users });
    expect(JSON.parse((await everything(simulator, "ZZ1")).session ?? "").data).toMatchObject({
      user_id: "ZZ1",
      user_name: "Zoya",
      user_shortname: "Zoya",
      email: "zz1@example.com",
    });
    expect((await simulator.login()).request_token).toMatch(/^\w{32}$/);
    await expect(simulator.login({ user_id: "SIM001" })).rejects.toThrow("nobody is called");
  });

  test.each(["javascript:alert(1)", "ftp://example.com", "/relative", ""])("redirectUrl refuses %j", (text) => {
    const simulator = createSimulator();
    expect(() => {
      simulator.redirectUrl = text;
    }).toThrow(TypeError);
    expect(() => createSimulator({ redirectUrl: text })).toThrow(TypeError);
    expect(simulator.redirectUrl).toBe("http://simulator.invalid/connect/finish");
  });

  test.each<[string, SimulatorOptions]>([
    ["a seed that is no number", { seed: Number.NaN }],
    ["a key with a colon", { apiKey: "a:b" }],
    ["an empty secret", { apiSecret: "" }],
    ["a negative delay", { latencyMs: -1 }],
    ["no users", { users: [] }],
    [
      "one id twice",
      {
        users: [
          { user_id: "A", user_name: "A", portfolio: "empty" },
          { user_id: "A", user_name: "B", portfolio: "empty" },
        ],
      },
    ],
  ])("refuses %s", (_, options) => {
    expect(() => createSimulator(options)).toThrow(TypeError);
  });

  test("setTime refuses what is no date", () => {
    expect(() => createSimulator().setTime(new Date("never"))).toThrow(TypeError);
  });
});

describe("fetch in process", () => {
  test("works detached, for any host, and never compresses", async () => {
    const { fetch } = createSimulator();
    const response = await fetch("https://api.kite.trade/user/profile", { headers: { "accept-encoding": "gzip" } });
    expect(response.status).toBe(403);
    expect(response.headers.get("content-encoding")).toBeNull();
    const page = await fetch("http://x/connect/login?v=3", { headers: { "accept-encoding": "gzip" } });
    expect(page.headers.get("content-encoding")).toBeNull();
    expect(await page.text()).toContain("<!doctype html>");
  });

  test("rejects with the reason of the signal, before and during the request", async () => {
    const simulator = createSimulator({ latencyMs: 60_000 });
    const reason = new Error("changed my mind");
    await expect(simulator.fetch("http://x/", { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(simulator.requests).toEqual([]);
    const controller = new AbortController();
    const pending = simulator.fetch("http://x/", { signal: controller.signal });
    controller.abort(reason);
    await expect(pending).rejects.toBe(reason);
    await simulator.close();
  });
});

describe("latency", () => {
  afterEach(() => vi.useRealTimers());

  test("holds every answer back for as long as asked", async () => {
    vi.useFakeTimers();
    const simulator = createSimulator({ latencyMs: 300 });
    let answered = false;
    const answer = simulator.fetch("http://x/").then(() => {
      answered = true;
    });
    await vi.advanceTimersByTimeAsync(299);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(answered).toBe(true);
    await answer;
  });

  test("ends when the simulator closes", async () => {
    const simulator = createSimulator({ latencyMs: 3_600_000 });
    const answers = [simulator.fetch("http://x/1"), simulator.fetch("http://x/2")];
    await vi.waitFor(() => expect(simulator.requests).toHaveLength(2));
    await simulator.close();
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404]);
    expect((await simulator.fetch("http://x/3")).status).toBe(404);
  });
});

describe("a clock that runs faster", () => {
  const clock = { start: NOON, speed: 1000, from: Date.now() };

  test("tells how it runs, also after it was set", () => {
    const simulator = createSimulator({ clock });
    expect(simulator.clock).toEqual(clock);
    simulator.setTime(NOON);
    expect(runClock(simulator.clock)()).toBeGreaterThanOrEqual(NOON);
    expect(simulator.clock.speed).toBe(1000);
  });

  test("is the one that requests, tokens and orders go by", async () => {
    const simulator = createSimulator({ clock: { start: NOON, speed: 1000 } });
    const outside = runClock(simulator.clock);
    const before = outside();
    const session = JSON.parse((await everything(simulator)).session ?? "").data;
    const after = outside();
    for (const { at } of simulator.requests) {
      expect(Number(at)).toBeGreaterThanOrEqual(before);
      expect(Number(at)).toBeLessThanOrEqual(after);
    }
    const login = Date.parse(`${session.login_time.replace(" ", "T")}+05:30`);
    expect(login).toBeGreaterThanOrEqual(NOON);
    expect(login).toBeLessThanOrEqual(after);
  });
});
