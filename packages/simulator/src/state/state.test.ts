import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import type { SimulatorOptions } from "../options.ts";
import { createSimulator, type Simulator } from "../simulator.ts";
import { exchangeForm } from "../testing/caller.ts";
import { orderForm, type Row } from "../testing/trade.ts";
import { triggerForm } from "../testing/trigger-forms.ts";
import type { SimulatorState } from "./simulator-state.ts";

const START = "2026-03-02 10:15";
const OPTIONS: SimulatorOptions = { seed: 7, clock: { start: START, speed: 0 }, marketHours: "real", rateLimits: true };

/** As a database or a file gives it back. */
const stored = (state: SimulatorState): SimulatorState => JSON.parse(JSON.stringify(state));

/** Everything that can be read, with whatever is asked for. */
const PATHS = [
  "/orders",
  "/trades",
  "/portfolio/holdings",
  "/portfolio/positions",
  "/user/margins",
  "/gtt/triggers",
  "/alerts",
  "/mf/orders",
  "/mf/sips",
  "/mf/holdings",
  "/quote?i=NSE:INFY&i=NSE:TCS&i=NFO:NIFTY26MARFUT",
];

class Session {
  readonly simulator: Simulator;
  headers: Record<string, string> = {};

  constructor(simulator: Simulator) {
    this.simulator = simulator;
  }

  async signIn(): Promise<void> {
    const { request_token } = await this.simulator.login();
    const answer = await this.ask("POST", "/session/token", exchangeForm(this.simulator, request_token));
    this.headers = { authorization: `token ${this.simulator.apiKey}:${JSON.parse(answer).data.access_token}` };
  }

  async ask(method: string, path: string, form?: Record<string, string>): Promise<string> {
    const body = form ? new URLSearchParams(form) : null;
    return (await this.simulator.fetch(`http://x${path}`, { method, headers: this.headers, body })).text();
  }

  async everything(): Promise<string[]> {
    const texts: string[] = [];
    for (const path of PATHS) {
      this.simulator.advance("2s");
      texts.push(await this.ask("GET", path));
    }
    return texts;
  }
}

/** One thing that somebody does, and how much time passes after it. */
const step = fc.record({
  kind: fc.constantFrom("place", "place", "move", "gtt", "fund", "sip", "cancel", "login", "fault"),
  side: fc.constantFrom("BUY", "SELL"),
  ticks: fc.integer({ min: -60, max: 60 }),
  span: fc.constantFrom("1s", "40s", "20m", "5h", "1d"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

async function run(session: Session, steps: readonly Step[]): Promise<string[]> {
  const texts: string[] = [];
  for (const { kind, side, ticks, span } of steps) {
    const price = String((15_000 + ticks) / 10);
    if (kind === "place") {
      const form = orderForm({ transaction_type: side, price, product: ticks % 2 === 0 ? "MIS" : "CNC" });
      texts.push(await session.ask("POST", "/orders/regular", form));
    } else if (kind === "move") session.simulator.setPrice("NSE:INFY", Number(price));
    else if (kind === "gtt") texts.push(await session.ask("POST", "/gtt/triggers", triggerForm()));
    else if (kind === "fund" || kind === "sip") {
      const holdings: Row[] = JSON.parse(await session.ask("GET", "/mf/holdings")).data ?? [];
      const tradingsymbol = holdings[0]?.tradingsymbol ?? "";
      const form = { tradingsymbol, transaction_type: "BUY", amount: "5000", frequency: "weekly", instalments: "3" };
      texts.push(await session.ask("POST", kind === "fund" ? "/mf/orders" : "/mf/sips", form));
    } else if (kind === "cancel") {
      const orders = session.simulator.orders();
      const id = orders[Math.abs(ticks) % Math.max(1, orders.length)]?.order_id ?? "0";
      texts.push(await session.ask("DELETE", `/orders/regular/${id}`));
    } else if (kind === "login") await session.signIn();
    else {
      const fault = { kind: "status", executed: true, status: 502 } as const;
      session.simulator.faults.set([{ match: "POST /orders/*", chance: 0.5, fault }]);
    }
    session.simulator.advance(span);
  }
  return [...texts, ...(await session.everything())];
}

let opened: Simulator[] = [];
afterEach(async () => {
  for (const simulator of opened) await simulator.close();
  opened = [];
});
function open(options: SimulatorOptions): Simulator {
  const simulator = createSimulator(options);
  opened.push(simulator);
  return simulator;
}

test("what was saved goes on as it would have: same steps, same bytes, in another simulator and in the same", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 6 }), fc.array(step, { maxLength: 6 }), async (before, after) => {
      const first = new Session(open(OPTIONS));
      first.simulator.setPrice("NSE:INFY", 1500);
      await first.signIn();
      await run(first, before);
      const state = stored(first.simulator.save());
      const { headers } = first;
      const expected = await run(first, after);

      const second = new Session(open({ ...OPTIONS, clock: { start: "2026-08-01 12:00", speed: 0 }, state }));
      second.headers = headers;
      expect(await run(second, after)).toEqual(expected);

      first.headers = headers;
      first.simulator.restore(state);
      expect(await run(first, after)).toEqual(expected);
    }),
    { numRuns: 12 },
  );
}, 60_000);

describe("a state", () => {
  test("is plain, says what it is, and holds the clock and the seed", () => {
    const simulator = open(OPTIONS);
    const state = simulator.save();
    expect(stored(state)).toEqual(state);
    expect(state).toMatchObject({ format: "kite-simulator-state", version: 1, content: { seed: 7 } });
    const other = open({ clock: { speed: 0 }, state });
    expect(other.clock.start).toBe(simulator.clock.start);
    expect(other.orders()).toEqual(simulator.orders());
    expect(other.save()).toEqual(state);
  });

  test("survives a database that sorts its keys", () => {
    const state = open(OPTIONS).save();
    const content = Object.fromEntries(Object.entries(state.content).reverse());
    expect(open({ ...OPTIONS, state: { ...state, content } }).save()).toEqual(state);
  });

  test.each<[string, (state: SimulatorState) => unknown, string]>([
    ["nothing", () => null, "state: expected what simulator.save() has returned"],
    ["something else", () => ({ orders: [] }), "state: expected what simulator.save() has returned"],
    ["another version", (state) => ({ ...state, version: 2 }), "state: expected version 1, got 2"],
    [
      "a changed content",
      (state) => ({ ...state, content: { ...state.content, now: 0 } }),
      "state: the content is damaged, its digest does not fit",
    ],
    ["a missing content", ({ content: _, ...rest }) => rest, "state: the content is damaged, its digest does not fit"],
  ])("%s is refused, and nothing has changed", (_, spoil, message) => {
    const simulator = open({ ...OPTIONS, clock: { start: "2026-03-04 11:00", speed: 0 } });
    const before = simulator.save();
    const spoilt = spoil(open(OPTIONS).save()) as SimulatorState;
    expect(() => simulator.restore(spoilt)).toThrow(new TypeError(message));
    expect(simulator.save()).toEqual(before);
    if (spoilt !== null) expect(() => createSimulator({ state: spoilt })).toThrow(new TypeError(message));
  });

  test("of another seed is refused", () => {
    const state = open(OPTIONS).save();
    expect(() => createSimulator({ seed: 8, state })).toThrow(
      new TypeError("state: saved with seed 7, and this simulator has 8"),
    );
  });

  test("holds messages that are kept back, also over the night that took their order", async () => {
    const late = { match: "POST /orders/*", fault: { kind: "late", min: 60_000, max: 60_000 } } as const;
    const clock = { start: "2026-03-02 23:59:30", speed: 0 };
    const session = new Session(open({ ...OPTIONS, clock, marketHours: "always", faults: [late] }));
    session.simulator.setPrice("NSE:INFY", 1500);
    await session.signIn();
    await session.ask("POST", "/orders/regular", orderForm({ price: "1400" }));
    session.simulator.advance("45s");
    const state = session.simulator.save();
    expect(state.content.held).toMatchObject([{ message: { status: "CANCELLED" } }]);
    const other = open({ ...OPTIONS, state });
    expect(other.save()).toEqual(state);
    other.advance("20s");
    expect(other.save().content.held).toEqual([]);
  });

  test("brings what has expired since the start with it", async () => {
    const session = new Session(open({ ...OPTIONS, marketHours: "always", rateLimits: false }));
    await session.signIn();
    const condition = { exchange: "NFO", tradingsymbol: "NIFTY26MARFUT", trigger_values: [20_000], last_price: 25_000 };
    const order = {
      exchange: "NFO",
      tradingsymbol: "NIFTY26MARFUT",
      transaction_type: "BUY",
      quantity: 65,
      price: 20_000,
    };
    const orders = [{ ...order, order_type: "LIMIT", product: "NRML" }];
    const form = { type: "single", condition: JSON.stringify(condition), orders: JSON.stringify(orders) };
    const { trigger_id } = JSON.parse(await session.ask("POST", "/gtt/triggers", form)).data;
    session.simulator.setTime("2026-06-10 12:00");
    await session.signIn();
    const path = `/gtt/triggers/${trigger_id}`;
    const expected = await session.ask("GET", path);
    expect(expected).toContain('"expired"');
    const later = { ...OPTIONS, clock: { start: "2026-06-10 12:00", speed: 0 }, state: session.simulator.save() };
    const other = new Session(open(later));
    other.headers = session.headers;
    expect(await other.ask("GET", path)).toBe(expected);
  });
});
