import { advance, advanceBy, jump } from "./advance.ts";
import { checkUrl } from "./check-url.ts";
import type { ClockLine } from "./clock.ts";
import { type Exchange, firstApp, registeredUrl } from "./exchange.ts";
import { InProcessLine } from "./faults/line.ts";
import type { OrderArrivals } from "./limits/arrivals.ts";
import { type Moment, readMoment } from "./moment.ts";
import type { Account } from "./portfolio/account.ts";
import type { ReceivedRequest } from "./request-log.ts";
import type { App } from "./routes/signed-in.ts";
import type { LoginChoice, Simulator, SimulatorEnvironment, SimulatorFaults } from "./simulator.ts";
import { restoreState, saveState } from "./state/save.ts";
import type { SimulatorState } from "./state/simulator-state.ts";
import type { SimulatedStream } from "./stream/simulated-stream.ts";
import type { Stream } from "./stream/stream.ts";
import { visibleOrders } from "./trading/find-order.ts";
import { type OrderRow, orderRow } from "./trading/order-rows.ts";

/** The public handles of an exchange. A class with private state, so that neither inspecting nor JSON shows a credential. */
export class SimulatorHandle implements Simulator {
  readonly #exchange: Exchange;
  readonly #app: App;
  readonly #stream: Stream;
  readonly #stop: () => Promise<void>;
  #stopped: Promise<void> | undefined;

  constructor(exchange: Exchange, app: App, stream: Stream, stop: () => Promise<void>) {
    this.#exchange = exchange;
    this.#app = app;
    this.#stream = stream;
    this.#stop = stop;
  }

  get url(): string {
    return this.#exchange.url;
  }

  get environment(): SimulatorEnvironment {
    return { root: this.url, login: `${this.url}/connect/login?v=3`, ws: this.url.replace(/^http/, "ws") };
  }

  get apiKey(): string {
    return firstApp(this.#exchange).apiKey;
  }

  get apiSecret(): string {
    return firstApp(this.#exchange).apiSecret;
  }

  get redirectUrl(): string {
    return firstApp(this.#exchange).redirectUrl ?? registeredUrl(this.#exchange, firstApp(this.#exchange)).href;
  }

  set redirectUrl(text: string) {
    checkUrl("redirectUrl", text);
    firstApp(this.#exchange).redirectUrl = text;
  }

  get stream(): SimulatedStream {
    return this.#stream;
  }

  get requests(): readonly ReceivedRequest[] {
    return this.#exchange.log.list();
  }

  get faults(): SimulatorFaults {
    return this.#exchange.faults;
  }

  get clock(): ClockLine {
    return this.#exchange.clock.line();
  }

  arrivals(user_id?: string): OrderArrivals {
    return this.#exchange.arrivals.of(user_id);
  }

  async login({ user_id, apiKey }: LoginChoice = {}): Promise<{ readonly request_token: string }> {
    const { user } = this.#accountOf(user_id);
    const { apps, sessions } = this.#exchange;
    if (apiKey !== undefined && !apps.has(apiKey)) throw new TypeError("apiKey: no app of this key is registered");
    return { request_token: sessions.issueRequestToken({ user_id: user.user_id, apiKey: apiKey ?? this.apiKey }) };
  }

  /** Bound, because it is handed over as `fetch: simulator.fetch`. */
  readonly fetch = (input: Request | URL | string, init?: RequestInit): Promise<Response> =>
    answer(this.#app, new Request(input, init));

  expireSessions(): void {
    this.#exchange.sessions.expireAll();
    this.#stream.dropExpired();
  }

  setTime(moment: Moment): void {
    jump(this.#exchange, readMoment(moment, "setTime"));
    this.#stream.dropExpired();
  }

  advance(span: number | string): void {
    advanceBy(this.#exchange, span);
    this.#stream.dropExpired();
  }

  save(): SimulatorState {
    advance(this.#exchange);
    return saveState(this.#exchange);
  }

  restore(state: SimulatorState): void {
    restoreState(this.#exchange, state);
    this.#stream.dropExpired();
  }

  setPrice(key: string, rupees: number): void {
    this.#exchange.market.setPrice(key, rupees);
    advance(this.#exchange);
  }

  orders(user_id?: string): readonly OrderRow[] {
    advance(this.#exchange);
    return visibleOrders(this.#accountOf(user_id), this.#exchange.clock.now()).map(orderRow);
  }

  close(): Promise<void> {
    this.#exchange.latency.release();
    for (const { postbacks } of this.#exchange.apps.values()) postbacks.close();
    this.#stopped ??= this.#stop();
    return this.#stopped;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #accountOf(user_id: string | undefined): Account {
    const { accounts } = this.#exchange;
    const account = accounts.get(user_id ?? [...accounts.keys()][0] ?? "");
    if (!account) throw new TypeError(`user_id: nobody is called ${JSON.stringify(user_id)}`);
    return account;
  }
}

async function answer(app: App, request: Request): Promise<Response> {
  const { signal } = request;
  signal.throwIfAborted();
  // there is no network in between that would take a compressed body apart again
  request.headers.delete("accept-encoding");
  const { promise: aborted, cancel } = rejectOnAbort(signal);
  const line = new InProcessLine();
  try {
    return await Promise.race([app.fetch(request, { line }), aborted, line.broken]);
  } finally {
    cancel();
  }
}

function rejectOnAbort(signal: AbortSignal): { readonly promise: Promise<never>; readonly cancel: () => void } {
  let abort = (): void => {};
  const promise = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason);
    signal.addEventListener("abort", abort);
  });
  return { promise, cancel: () => signal.removeEventListener("abort", abort) };
}
