import fc from "fast-check";
import { createSimulator, type Simulator } from "../simulator.ts";
import { exchangeForm } from "./caller.ts";
import { cashUser, type Row, TRADING_HOURS } from "./trade.ts";

/** One thing that happens on the exchange. Prices are ticks of ten paise away from 1500 rupees. */
export type Step =
  | {
      kind: "place";
      side: "BUY" | "SELL";
      product: "MIS" | "CNC";
      type: Type;
      ticks: number;
      quantity: number;
      validity: "DAY" | "IOC";
    }
  | { kind: "modify"; which: number; ticks: number; quantity: number }
  | { kind: "cancel"; which: number }
  | { kind: "move"; ticks: number }
  | { kind: "wait"; seconds: number };
type Type = "MARKET" | "LIMIT" | "SL" | "SL-M";

const ticks = fc.integer({ min: -60, max: 60 });
const quantity = fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 500, max: 3000 }));
/** Steps that the exchange agrees to more often than not. */
export const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant("place" as const),
      side: fc.constantFrom("BUY" as const, "SELL" as const),
      product: fc.constantFrom("MIS" as const, "MIS" as const, "CNC" as const),
      type: fc.constantFrom<Type[]>("MARKET", "LIMIT", "LIMIT", "SL", "SL-M"),
      ticks,
      quantity,
      validity: fc.constantFrom("DAY" as const, "DAY" as const, "IOC" as const),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant("modify" as const), which: fc.nat(50), ticks, quantity }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("cancel" as const), which: fc.nat(50) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant("move" as const), ticks }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant("wait" as const), seconds: fc.integer({ min: 1, max: 90 }) }) },
);
const priceAt = (offset: number): number => (15_000 + offset) / 10;

/** A simulator in process, and somebody with money who trades INFY on it. */
export class World {
  now: number = TRADING_HOURS;
  readonly simulator: Simulator;
  readonly texts: string[] = [];
  #headers: Record<string, string> = {};

  constructor(seed: number) {
    this.simulator = createSimulator({ seed, clock: () => this.now, users: [cashUser] });
    this.simulator.setPrice("NSE:INFY", 1500);
  }

  async signIn(): Promise<void> {
    const { request_token } = await this.simulator.login();
    const session = await this.send("POST", "/session/token", exchangeForm(this.simulator, request_token));
    this.#headers = { authorization: `token ${this.simulator.apiKey}:${session.body.data.access_token}` };
  }

  async send(method: string, path: string, form?: Record<string, string>): Promise<{ status: number; body: Row }> {
    const body = form === undefined ? null : new URLSearchParams(form);
    const response = await this.simulator.fetch(`http://x${path}`, { method, headers: this.#headers, body });
    const text = await response.text();
    this.texts.push(text);
    return { status: response.status, body: JSON.parse(text) };
  }

  async list(path: string): Promise<Row> {
    return (await this.send("GET", path)).body.data;
  }

  /** Does a step; true when the exchange agreed to it. */
  async do(step: Step): Promise<boolean> {
    if (step.kind === "move") this.simulator.setPrice("NSE:INFY", priceAt(step.ticks));
    else if (step.kind === "wait") this.now += step.seconds * 1000;
    else if (step.kind === "place") return (await this.send("POST", "/orders/regular", orderOf(step))).status === 200;
    else return this.#change(step);
    return true;
  }

  async #change(step: Extract<Step, { which: number }>): Promise<boolean> {
    const orders = await this.list("/orders");
    if (orders.length === 0) return false;
    const path = `/orders/regular/${orders[step.which % orders.length].order_id}`;
    if (step.kind === "cancel") return (await this.send("DELETE", path)).status === 200;
    const form = { price: String(priceAt(step.ticks)), quantity: String(step.quantity) };
    return (await this.send("PUT", path, form)).status === 200;
  }
}

function orderOf({
  side,
  product,
  type,
  ticks,
  quantity,
  validity,
}: Extract<Step, { kind: "place" }>): Record<string, string> {
  const limit = { price: String(priceAt(ticks)) };
  const beyond = { trigger_price: String(priceAt(side === "BUY" ? ticks - 5 : ticks + 5)) };
  return {
    exchange: "NSE",
    tradingsymbol: "INFY",
    transaction_type: side,
    product,
    order_type: type,
    quantity: String(quantity),
    validity,
    ...((type === "LIMIT" || type === "SL") && limit),
    ...((type === "SL" || type === "SL-M") && beyond),
    ...((type === "MARKET" || type === "SL-M") && { market_protection: "-1" }),
  };
}
