import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import type { KiteClient } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { expect, onTestFinished, test } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { frameOf, fullPacket } from "./testing/frames.ts";
import { proxyTo } from "./testing/silent-proxy.ts";
import { listedTokens, signIn } from "./testing/simulated-account.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import { createTicker } from "./ticker.ts";
import type { Mode, OrderEvent, Ticker, TickerState } from "./ticker-api.ts";

/** How long each of these tests lets things go wrong. `KITE_ENDURANCE_SECONDS=60` is the long run. */
const seconds = Number(process.env.KITE_ENDURANCE_SECONDS ?? 5);
const limit = { timeout: seconds * 1_000 + 60_000 };

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");
const usedHeap = () => {
  collectGarbage();
  return process.memoryUsage().heapUsed;
};

/** The same numbers at each run: a failure can be seen again. */
function dice(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const modeOf = (token: number): Mode => (["ltp", "quote", "full"] as const)[token % 3] as Mode;

/** A state must never claim what its connections do not. */
function expectTrue({ status, connections }: TickerState): void {
  if (status === "live")
    expect(connections.map((connection) => connection.status)).toEqual(connections.map(() => "live"));
  if (status === "idle") expect(connections).toEqual([]);
  expect(status).not.toBe("closed");
}

test(
  "simulated exchange: 9,000 instruments on three connections, anything that can go wrong, and orders all the while",
  limit,
  async () => {
    const noon = Date.parse("2026-03-02T12:00:00+05:30");
    const begun = Date.now();
    const simulator = await startSimulator({
      seed: 7,
      clock: () => noon + Date.now() - begun,
      ticks: "all",
      tickEveryMs: 400,
      heartbeatEveryMs: 200,
    });
    onTestFinished(() => simulator.close());
    const kite = await signIn(simulator);
    const listed = await listedTokens(kite);
    // What is not listed is subscribed like everything else and never ticks; mixed, so that every connection carries both.
    const wanted = new Map<number, Mode>();
    for (let index = 0; wanted.size < 9_000; index += 1) {
      const token = listed[index / 3] ?? 4_000_000_000 + index;
      wanted.set(token, modeOf(index));
    }
    const ticker = createTicker(kite, { silence: 900, backoff: { first: 50, longest: 400 }, onWarning: () => {} });
    onTestFinished(() => ticker.close());
    ticker.on("state", expectTrue);
    const errors: string[] = [];
    ticker.on("error", ({ message }) => errors.push(message));
    const events: OrderEvent[] = [];
    ticker.on("order", (event) => events.push(event));
    for (const mode of ["ltp", "quote", "full"] as const) {
      ticker.subscribe(
        [...wanted].filter(([, wish]) => wish === mode).map(([token]) => token),
        { mode },
      );
    }
    await ticker.connect();
    await everythingStands(simulator, ticker, wanted);
    // The book that shows what is news later: from here on nothing may be missed.
    const books = () => simulator.requests.filter(({ path }) => path === "/orders");
    await eventually(() => expect(books().length).toBeGreaterThan(1), { timeout: 5_000 });
    const silentSince = () => listed.filter((token) => ticker.isStale(token, 5_000));
    await eventually(() => expect(silentSince()).toEqual([]), { timeout: 5_000 });

    const roll = dice(11);
    const heap: number[] = [];
    const end = Date.now() + seconds * 1_000;
    const trader = new Trader(kite);
    // Every kind of harm at least once, however slow the machine is; then by the dice.
    for (let round = 0; round < 2 * kinds || Date.now() < end; round += 1) {
      await trader.trade();
      await Promise.all([harm(simulator, round < kinds ? round : roll(kinds), roll), trader.trade()]);
      await eventually(() => expect(ticker.state.status).toBe("live"), { timeout: 20_000 });
      await everythingStands(simulator, ticker, wanted);
      heap.push(usedHeap());
    }

    const restored = Date.now();
    await eventually(() => expect(listed.filter((token) => ticker.isStale(token, Date.now() - restored))).toEqual([]), {
      timeout: 10_000,
    });
    await ordersAgree(simulator, trader.placed, events);
    // What the stream lost was there to be found.
    expect(events.filter(({ source }) => source === "book").length).toBeGreaterThan(0);
    expect(errors.filter((message) => !message.includes("truncated"))).toEqual([]);
    expect(ticker.stats().reconnects).toBeGreaterThan(3);
    expect(Math.min(...heap.slice(-3)) - Math.min(...heap.slice(0, 3))).toBeLessThan(16 * 2 ** 20);
  },
);

async function everythingStands(
  simulator: Simulator,
  ticker: Ticker,
  wanted: ReadonlyMap<number, Mode>,
): Promise<void> {
  await eventually(
    () => {
      const { connections } = simulator.stream;
      expect(connections.map(({ subscriptions }) => subscriptions.size)).toEqual([3_000, 3_000, 3_000]);
      const standing = new Map(connections.flatMap(({ subscriptions }) => [...subscriptions]));
      expect(standing.size).toBe(wanted.size);
      for (const [token, mode] of wanted) if (standing.get(token) !== mode) expect(token).toBe(`in mode ${mode}`);
    },
    { timeout: 20_000, interval: 20 },
  );
  expect(ticker.state.connections).toHaveLength(3);
}

/** Fill at once: INFY trades around 1,560. In turns, so that the account does not run out of money. */
const filling = [
  { transaction_type: "BUY", price: 1_600 },
  { transaction_type: "SELL", price: 1_500 },
] as const;
/** Rests: far below the market, and above the circuit limit of 1,241.60. */
const resting = { transaction_type: "BUY", price: 1_300 } as const;

/** Sends orders, of which none may fail: some fill, some rest and are cancelled a round later, so that they live through losses. */
class Trader {
  readonly placed: string[] = [];
  readonly #kite: KiteClient;
  #open: string[] = [];
  #rounds = 0;

  constructor(kite: KiteClient) {
    this.#kite = kite;
  }

  async trade(): Promise<void> {
    const old = this.#open;
    this.#open = [await this.#place(resting)];
    await this.#place(filling[this.#rounds % 2] as (typeof filling)[number]);
    this.#rounds += 1;
    for (const order_id of old) {
      await this.#kite.send({ endpoint: "cancel", method: "DELETE", path: `/orders/regular/${order_id}` });
    }
  }

  async #place(terms: { readonly transaction_type: "BUY" | "SELL"; readonly price: number }): Promise<string> {
    const form = {
      exchange: "NSE",
      tradingsymbol: "INFY",
      order_type: "LIMIT",
      quantity: 1,
      product: "MIS",
      validity: "DAY",
      ...terms,
    };
    const { data } = await this.#kite.send({ endpoint: "place", method: "POST", path: "/orders/regular", form });
    const { order_id } = data as { order_id: string };
    this.placed.push(order_id);
    return order_id;
  }
}

const kinds = 6;

async function harm({ stream }: Simulator, what: number, roll: (below: number) => number): Promise<void> {
  if (what === 0) stream.kill();
  else if (what === 1) stream.kill(1011);
  else if (what === 2) {
    stream.silence();
    await pause(1_300);
    stream.resume();
  } else if (what === 3) {
    stream.refuse(503);
    stream.kill();
    await pause(roll(400));
    stream.accept();
  } else if (what === 4) {
    stream.emptyFrame();
    stream.flood(20);
  } else {
    stream.halfFrame();
    stream.kill();
  }
}

/** Every order ended where the book says, and nothing was told twice, or after the end of its order. */
async function ordersAgree(
  simulator: Simulator,
  placed: readonly string[],
  events: readonly OrderEvent[],
): Promise<void> {
  const toldOf = (order_id: string) => events.map(({ order }) => order).filter((order) => order.order_id === order_id);
  const book = new Map(simulator.orders().map((row) => [row.order_id, row]));
  await eventually(
    () => {
      for (const order_id of placed) {
        const { status, filled_quantity } = book.get(order_id) ?? {};
        const last = toldOf(order_id).at(-1);
        // The stream calls an open order that changed UPDATE, the book calls it OPEN.
        const told = last?.status === "UPDATE" ? "OPEN" : last?.status;
        expect({ order_id, status: told, filled: last?.filled_quantity }).toEqual({
          order_id,
          status,
          filled: filled_quantity,
        });
      }
    },
    { timeout: 10_000 },
  );
  const statuses = placed.map((order_id) => book.get(order_id)?.status);
  expect(new Set(statuses)).toEqual(new Set(["COMPLETE", "CANCELLED", "OPEN"]));
  const told = events.map(({ order }) => [order.order_id, order.status, order.filled_quantity, order.price].join());
  expect(told).toEqual([...new Set(told)]);
  for (const order_id of placed) {
    const ended = toldOf(order_id).findIndex(({ status }) => status === "COMPLETE" || status === "CANCELLED");
    if (ended >= 0) expect(toldOf(order_id).slice(ended + 1)).toEqual([]);
  }
}

test(
  "9,000 instruments that all tick, single connections lost at random, and a line that goes dead in between",
  limit,
  async () => {
    const server = await serveStream();
    const proxy = await proxyTo(server.port);
    const environment = { root: `http://127.0.0.1:${proxy.port}` };
    const { ticker, errors, states } = tickerOn(server, { silence: 600 }, { environment });
    ticker.on("state", expectTrue);
    const wanted = Array.from({ length: 9_000 }, (_, index) => (index << 8) | 1).filter((token) => token > 1);
    ticker.subscribe(wanted, { mode: "full" });
    await ticker.connect();
    const streaming = setInterval(() => {
      const now = Math.floor(Date.now() / 1_000);
      for (const { socket, subscribed } of server.open) {
        if (subscribed.size > 0)
          socket.send(frameOf(...[...subscribed.keys()].map((token) => fullPacket(token, token, now))));
      }
    }, 250);
    onTestFinished(() => clearInterval(streaming));
    const stands = () => {
      expect(server.subscribed.size).toBe(wanted.length);
      expect(ticker.state.status).toBe("live");
      expect(proxy.open).toBe(3);
    };
    await eventually(stands, { timeout: 5_000 });

    const roll = dice(3);
    const heap: number[] = [];
    const end = Date.now() + seconds * 1_000;
    for (let round = 0; round < 6 || Date.now() < end; round += 1) {
      const before = states.length;
      if (round === 0 || roll(3) === 0) {
        proxy.silence();
        await eventually(() => expect(states.slice(before)).toContain("reconnecting (idle)"), { timeout: 5_000 });
      } else {
        server.open[roll(3)]?.socket.terminate();
        await eventually(() => expect(states.length).toBeGreaterThan(before));
      }
      await eventually(stands, { timeout: 10_000, interval: 20 });
      server.forget();
      heap.push(usedHeap());
    }

    const restored = Date.now();
    const silent = () => wanted.filter((token) => ticker.isStale(token, Date.now() - restored));
    await eventually(() => expect(silent()).toEqual([]), { timeout: 5_000 });
    expect(errors).toEqual([]);
    expect(Math.min(...heap.slice(-3)) - Math.min(...heap.slice(0, 3))).toBeLessThan(16 * 2 ** 20);
  },
);
