import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import type { KiteClient } from "./client.ts";
import { isKiteError } from "./errors.ts";
import { createKite } from "./kite.ts";
import { needing, type Plugin } from "./plugin.ts";

interface OrdersApi {
  readonly place: () => string;
}
const orders = (): Plugin<{ readonly orders: OrdersApi }> => (kite) => ({
  orders: { place: () => `${kite.apiKey} places` },
});
const bridge = (): Plugin<{ readonly bridge: () => string }, { readonly orders: OrdersApi }> =>
  needing(["orders"], (kite) => ({ bridge: () => kite.orders.place() }));

const config = { apiKey: "key", accessToken: "t" };

test("a plugin adds its names, and the client it was given stays as it was", () => {
  const bare = createKite(config);
  const kite = bare.use(orders());
  expect(kite.orders.place()).toBe("key places");
  expect("orders" in bare).toBe(false);
});

test("what a plugin needs must be there: at run time it says what to register", () => {
  expect(createKite(config).use(orders()).use(bridge()).bridge()).toBe("key places");
  const untyped = createKite(config) as unknown as { use(plugin: unknown): unknown };
  expect(() => untyped.use(bridge())).toThrow('use: register "orders" first');
});

test.each(["orders", "send", "session", "use", "budget"])("the name %j cannot be taken twice", (name) => {
  const untyped = createKite(config).use(orders()) as unknown as { use(plugin: unknown): unknown };
  try {
    untyped.use(() => ({ [name]: {} }));
    expect.unreachable();
  } catch (error) {
    expect(isKiteError(error, "PluginConflict")).toBe(true);
    expect((error as Error).message).toBe(`use: "${name}" is already registered`);
  }
});

test("clients made with use share session, budget, statistics and layers", async () => {
  const { environment } = await answering({ json: { data: 1 } });
  const bare = createKite({ ...config, environment });
  const kite = bare.use(orders());
  await kite.send({ endpoint: "getOrders", method: "GET", path: "/orders" });
  expect(bare.stats().requests).toBe(1);
  expect(kite.budget).toBe(bare.budget);
  kite.session.setAccessToken("other");
  expect(bare.session.accessToken).toBe("other");
});

test("a plugin is handed a client that an endpoint function takes", () => {
  let handed: KiteClient | undefined;
  createKite(config).use((kite) => {
    handed = kite;
    return {};
  });
  expect(handed?.environment.name).toBe("production");
});
