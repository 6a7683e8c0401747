import { createSimulator, type Simulator } from "../../simulator.ts";
import { exchangeForm } from "../caller.ts";
import { parseCsv } from "../csv.ts";
import { cashUser, type Row, TRADING_HOURS } from "../trade.ts";
import { pricesAway, pricesOf } from "./prices.ts";
import { type Step, TRADED } from "./steps.ts";

/** What the dump says of something that is traded. */
interface Listed {
  readonly exchange: string;
  readonly tradingsymbol: string;
  readonly products: readonly string[];
  readonly key: string;
  readonly lot: number;
  readonly tick: number;
}

/** Everything that an account can read, at one moment. */
export interface Books {
  readonly orders: readonly Row[];
  readonly trades: readonly Row[];
  readonly net: readonly Row[];
  readonly day: readonly Row[];
  readonly holdings: readonly Row[];
  readonly margins: Row;
  /** By `exchange:tradingsymbol`. */
  readonly quotes: Readonly<Record<string, Row>>;
}

/** When a flow begins, and how fast it goes. */
interface Pace {
  /** Epoch ms. */
  readonly start: number;
  /** Waits are so many times as long as their step says. */
  readonly slowness: number;
  readonly marketHours: "always" | "real";
}

/** In the middle of a session, where nothing ends by itself but what has a time of its own. */
export const MIDDAY: Pace = { start: TRADING_HOURS, slowness: 1, marketHours: "always" };
/** Towards the close: the house ends what is for the day, and the markets end one after another. */
export const AFTERNOON: Pace = { start: TRADING_HOURS + 4.7 * 3_600_000, slowness: 4, marketHours: "real" };

/** A simulator in process, and one user who trades on it by steps. */
export class Flow {
  now: number;
  readonly simulator: Simulator;
  /** Bodies of all answers, in order. */
  readonly texts: string[] = [];
  readonly traded: Listed[] = [];
  #headers: Record<string, string> = {};

  readonly #slowness: number;

  private constructor(seed: number, portfolio: "cash" | "trader", { marketHours, slowness, start }: Pace) {
    const user = { ...cashUser, portfolio };
    this.now = start;
    this.#slowness = slowness;
    this.simulator = createSimulator({ seed, clock: () => this.now, marketHours, users: [user] });
  }

  static async start(seed: number, portfolio: "cash" | "trader", pace: Pace = MIDDAY): Promise<Flow> {
    const flow = new Flow(seed, portfolio, pace);
    const { request_token } = await flow.simulator.login();
    const session = await flow.send("POST", "/session/token", exchangeForm(flow.simulator, request_token));
    flow.#headers = { authorization: `token ${flow.simulator.apiKey}:${session.body.data.access_token}` };
    await flow.#readDump();
    return flow;
  }

  send(method: string, path: string, body?: Record<string, string>): Promise<{ status: number; body: Row }> {
    return this.#ask(path, {
      method,
      headers: this.#headers,
      body: body === undefined ? null : new URLSearchParams(body),
    });
  }

  /** What orders would block. */
  async calculate(orders: readonly unknown[]): Promise<Row> {
    const headers = { ...this.#headers, "content-type": "application/json" };
    const body = JSON.stringify(orders);
    return (await this.#ask("/margins/orders", { method: "POST", headers, body })).body.data;
  }

  async #ask(path: string, init: RequestInit): Promise<{ status: number; body: Row }> {
    const response = await this.simulator.fetch(`http://x${path}`, init);
    const text = await response.text();
    this.texts.push(text);
    return { status: response.status, body: JSON.parse(text) };
  }

  async read(path: string): Promise<Row> {
    return (await this.send("GET", path)).body.data;
  }

  async books(): Promise<Books> {
    const query = new URLSearchParams(this.traded.map(({ key }) => ["i", key]));
    const { net, day } = await this.read("/portfolio/positions");
    return {
      orders: await this.read("/orders"),
      trades: await this.read("/trades"),
      net,
      day,
      holdings: await this.read("/portfolio/holdings"),
      margins: await this.read("/user/margins"),
      quotes: await this.read(`/quote?${query}`),
    };
  }

  /** Does a step; the status with which the exchange answered, 200 for what is no request. */
  async do(step: Step): Promise<number> {
    if (step.kind === "wait") this.now += step.seconds * this.#slowness * 1000;
    else if (step.kind === "move") await this.#move(step);
    else if (step.kind === "place") return this.#place(step);
    else if (step.kind === "convert") return this.#convert(step);
    else return this.#change(step);
    return 200;
  }

  async #readDump(): Promise<void> {
    for (const exchange of new Set(TRADED.map((one) => one.exchange))) {
      const dump = await this.simulator.fetch(`http://x/instruments/${exchange}`, { headers: this.#headers });
      const { rows } = parseCsv(await dump.text());
      for (const one of TRADED.filter((wanted) => wanted.exchange === exchange)) {
        const row = rows.find(({ tradingsymbol }) => tradingsymbol === one.tradingsymbol);
        if (!row) throw new Error(`${one.tradingsymbol} is not listed`);
        const key = `${one.exchange}:${one.tradingsymbol}`;
        this.traded.push({ ...one, key, lot: Number(row.lot_size), tick: Number(row.tick_size) });
      }
    }
  }

  async #lastPrice(key: string): Promise<number> {
    return (await this.read(`/quote/ltp?${new URLSearchParams({ i: key })}`))[key].last_price;
  }

  async #move({ what, ticks }: Extract<Step, { kind: "move" }>): Promise<void> {
    const { key, tick } = this.#listed(what);
    const price = pricesAway(await this.#lastPrice(key), tick, ticks);
    if (price > 0) this.simulator.setPrice(key, price);
  }

  async #place(step: Extract<Step, { kind: "place" }>): Promise<number> {
    const { key, tick, lot, products, exchange, tradingsymbol } = this.#listed(step.what);
    const last = await this.#lastPrice(key);
    const { side, ticks, type, variety } = step;
    // contracts in dozens cost more than anybody here has
    const quantity = lot * (exchange === "NSE" || exchange === "BSE" ? step.lots : Math.min(step.lots, 8));
    const form = {
      exchange,
      tradingsymbol,
      transaction_type: side,
      product: products[step.product % products.length] ?? "MIS",
      quantity: String(quantity),
      order_type: type,
      validity: step.validity,
      ...(step.validity === "TTL" && { validity_ttl: "3" }),
      ...pricesOf(type, side, last, tick, ticks),
      ...(variety === "co" && { trigger_price: String(pricesAway(last, tick, side === "BUY" ? -40 : 40)) }),
      ...(variety === "iceberg" && {
        iceberg_legs: "2",
        iceberg_quantity: String(Math.ceil(quantity / lot / 2) * lot),
      }),
    };
    return (await this.send("POST", `/orders/${variety}`, form)).status;
  }

  async #change(step: Extract<Step, { kind: "modify" | "cancel" }>): Promise<number> {
    const orders = ((await this.read("/orders")) as Row[]).filter(({ status }) => /OPEN|PENDING|RECEIVED/.test(status));
    if (orders.length === 0) return 404;
    const { order_id, parent_order_id, variety, ...order } = orders[step.which % orders.length];
    const path = `/orders/${variety}/${order_id}`;
    if (step.kind === "cancel") {
      return (await this.send("DELETE", parent_order_id ? `${path}?parent_order_id=${parent_order_id}` : path)).status;
    }
    const listed = this.traded.find(({ tradingsymbol }) => tradingsymbol === order.tradingsymbol);
    if (!listed) return 404;
    const last = await this.#lastPrice(listed.key);
    const type = step.type || order.order_type;
    const form = {
      ...(step.type && { order_type: step.type }),
      ...(variety === "iceberg" ? {} : { quantity: String(listed.lot * Math.min(step.lots, 8)) }),
      ...pricesOf(type, order.transaction_type, last, listed.tick, step.ticks),
      ...(parent_order_id && { parent_order_id }),
    };
    return (await this.send("PUT", path, form)).status;
  }

  async #convert({ which, product }: Extract<Step, { kind: "convert" }>): Promise<number> {
    const { net } = await this.read("/portfolio/positions");
    const open = (net as Row[]).filter(({ quantity }) => quantity !== 0);
    if (open.length === 0) return 404;
    const { exchange, tradingsymbol, product: old_product, quantity, overnight_quantity } = open[which % open.length];
    const delivery = exchange === "NSE" || exchange === "BSE" ? "CNC" : "NRML";
    // mostly one that can be, and now and then one that cannot
    const new_product = product === 2 ? "MTF" : old_product === "MIS" ? delivery : "MIS";
    const form = {
      exchange,
      tradingsymbol,
      old_product,
      new_product,
      transaction_type: quantity > 0 ? "BUY" : "SELL",
      position_type: overnight_quantity === 0 ? "day" : "overnight",
      quantity: String(Math.abs(quantity)),
    };
    return (await this.send("PUT", "/portfolio/positions", form)).status;
  }

  #listed(what: number): Listed {
    const listed = this.traded[what % this.traded.length];
    if (!listed) throw new Error("nothing is traded");
    return listed;
  }
}
