import { expectTypeOf, test } from "vitest";
import type { RateBudget } from "./budget/budget.ts";
import type { KiteClient, KiteConfig } from "./client.ts";
import { createKite } from "./kite.ts";
import { needing, type Plugin } from "./plugin.ts";

interface OrdersApi {
  readonly place: (quantity: number) => Promise<string>;
}
declare const orders: () => Plugin<{ readonly orders: OrdersApi }>;
declare const portfolio: () => Plugin<{ readonly portfolio: { readonly get: () => number } }>;
declare const bridge: () => Plugin<
  { readonly bridge: string },
  { readonly orders: OrdersApi; readonly portfolio: object }
>;

const config = { apiKey: "key" };

test("names are inferred through the chain", () => {
  const kite = createKite(config).use(orders()).use(portfolio()).use(bridge());
  expectTypeOf(kite.orders).toEqualTypeOf<OrdersApi>();
  expectTypeOf(kite.portfolio.get()).toBeNumber();
  expectTypeOf(kite.bridge).toBeString();
  expectTypeOf(kite.budget).toEqualTypeOf<RateBudget | undefined>();
  expectTypeOf(kite).toExtend<KiteClient>();
});

test("a plugin written on the spot is inferred too", () => {
  const kite = createKite(config).use((client) => ({ whoami: () => client.apiKey }));
  expectTypeOf(kite.whoami()).toEqualTypeOf<string | undefined>();
});

test("an unregistered plugin does not compile", () => {
  const kite = createKite(config).use(orders());
  // @ts-expect-error portfolio() was not registered
  kite.portfolio;
});

test("a missing need does not compile", () => {
  // @ts-expect-error bridge needs portfolio as well
  createKite(config).use(orders()).use(bridge());
  // @ts-expect-error in this order orders is not there yet
  createKite(config).use(bridge()).use(orders());
});

test("a taken name does not compile, the client's own included", () => {
  // @ts-expect-error orders is already registered
  createKite(config).use(orders()).use(orders());
  // @ts-expect-error send belongs to the client
  createKite(config).use(() => ({ send: 1 }));
  // @ts-expect-error use belongs to the client
  createKite(config).use(() => ({ use: 1 }));
});

test("a plugin with needs must write them down for the run-time check", () => {
  // @ts-expect-error without `needing` the list is missing
  const unlisted: Plugin<{ readonly x: number }, { readonly orders: OrdersApi }> = () => ({ x: 1 });
  const listed: Plugin<{ readonly x: number }, { readonly orders: OrdersApi }> = needing(["orders"], () => ({ x: 1 }));
  // @ts-expect-error portfolio is not among its needs
  needing<{ x: number }, { readonly orders: OrdersApi }>(["portfolio"], () => ({ x: 1 }));
  expectTypeOf(unlisted).not.toBeAny();
  expectTypeOf(listed).not.toBeAny();
});

test("a key is asked for, except behind a gateway on the page's own origin", () => {
  expectTypeOf<{ apiKey: string }>().toExtend<KiteConfig>();
  expectTypeOf<{ environment: { root: "/kite" } }>().toExtend<KiteConfig>();
  // @ts-expect-error no key
  createKite({});
  // @ts-expect-error a server elsewhere needs a key
  createKite({ environment: { root: "https://kite.example" } });
  // @ts-expect-error there is no such environment
  createKite({ apiKey: "key", environment: "live" });
});
