import { auth } from "@kite/auth";
import { createKite, isKiteError } from "@kite/core";
import { gtt } from "@kite/gtt";
import { marketData } from "@kite/market-data";
import { mf } from "@kite/mf";
import { orders } from "@kite/orders";
import { portfolio } from "@kite/portfolio";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { LegacyError, legacy } from "./index.ts";
import { order, session } from "./testing/answers.ts";
import { success } from "./testing/observe.ts";

async function client(answer: Parameters<typeof answering>[0]) {
  const server = await answering(answer);
  const kite = createKite({ apiKey: "key", accessToken: "token", environment: server.environment, retry: false })
    .use(auth())
    .use(orders())
    .use(portfolio())
    .use(marketData())
    .use(mf())
    .use(gtt())
    .use(legacy());
  return { server, kite };
}

test("old and new calls share the session", async () => {
  const { kite, server } = await client(({ path }) => success(path === "/session/token" ? session : []));
  await kite.legacy.generateSession("request", "secret");
  await kite.portfolio.getHoldings();
  expect(server.requests[1]?.headers.authorization).toBe("token key:access-of-today");
  kite.session.setAccessToken("next");
  expect(kite.legacy.access_token).toBe("next");
});

test("old and new calls share the budget", async () => {
  const { kite } = await client(success({ order_id: "1" }));
  await kite.legacy.placeOrder("regular", { quantity: 1 } as never);
  expect(kite.budget?.left("order").day).toBe(4_999);
});

test("an answer that a cache keeps is not changed by reading it", async () => {
  const rows = [order];
  const { kite } = await client(success(rows));
  const [first] = await kite.legacy.getOrders();
  expect(first?.order_timestamp).toEqual(new Date("2026-03-02T09:16:39+05:30"));
  expect(rows[0]?.order_timestamp).toBe("2026-03-02 09:16:39");
});

test("old calls throw old errors, new ones keep theirs, and the hook hears of the old ones", async () => {
  const { kite } = await client({
    status: 403,
    json: { status: "error", error_type: "TokenException", message: "Over." },
  });
  let hooked = 0;
  kite.legacy.setSessionExpiryHook(() => {
    hooked += 1;
  });
  await expect(kite.legacy.getProfile()).rejects.toMatchObject({ error_type: "TokenException", message: "Over." });
  const error: unknown = await kite.auth.getProfile().catch((error) => error);
  expect(isKiteError(error, "TokenException")).toBe(true);
  expect(error).not.toBeInstanceOf(LegacyError);
  expect(hooked).toBe(1);
});

test("a hook that throws takes the place of the refusal", async () => {
  const { kite } = await client({ status: 403, json: { status: "error", error_type: "TokenException", message: "" } });
  kite.legacy.setSessionExpiryHook(() => {
    throw new RangeError("from the hook");
  });
  await expect(kite.legacy.getProfile()).rejects.toThrow("from the hook");
});

test("the login page is the environment's", async () => {
  const { kite, server } = await client(success({}));
  expect(kite.legacy.getLoginURL()).toBe(`${server.root}/connect/login?api_key=key&v=3`);
});

test("a missing plugin is named", () => {
  const bare = createKite({ apiKey: "key" }).use(auth()) as never as { use(plugin: unknown): unknown };
  expect(() => bare.use(legacy())).toThrow(/register "orders" and "portfolio"/);
});
