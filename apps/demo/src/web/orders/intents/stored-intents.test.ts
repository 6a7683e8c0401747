import type { OrderIntent } from "@kite/orders";
import { expect, test } from "vitest";
import { TestLocks, TestStorage } from "../../testing/browser-storage.ts";
import { storedIntents } from "./stored-intents.ts";

const intent = (id: string, at = "2026-01-05T05:00:00.000Z"): OrderIntent => ({
  id,
  at,
  params: {
    ...{ variety: "regular", exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1 },
    ...{ product: "CNC", order_type: "LIMIT", price: 1400, tag: id },
  },
});

/** Pages of one browser. */
function browser(storage: Storage = new TestStorage()) {
  const all = new TestLocks();
  const page = (user_id = "AB1234") => {
    const { locks, close } = all.page();
    return { log: storedIntents(user_id, storage, locks), close };
  };
  return { page, storage };
}

test("what one page has written is open for the next one, the oldest first, until it is resolved", async () => {
  const { page } = browser();
  const { log } = page();
  await log.write(intent("B", "2026-01-05T05:00:02.000Z"));
  await log.write(intent("A", "2026-01-05T05:00:01.000Z"));
  const next = page().log;
  expect(await next.open()).toEqual([intent("A", "2026-01-05T05:00:01.000Z"), intent("B", "2026-01-05T05:00:02.000Z")]);
  await log.resolve("A", { outcome: "placed", order_ids: ["1"] });
  expect(await next.open()).toMatchObject([{ id: "B" }]);
});

test("each account has its own, and what others keep in the storage is none of them", async () => {
  const { page, storage } = browser();
  storage.setItem("theme", "dark");
  storage.setItem("kite-demo-intent AB1234 broken", "{");
  storage.setItem("kite-demo-intent AB1234 old", JSON.stringify({ tag: "old" }));
  await page("AB1234").log.write(intent("A"));
  expect(await page("AB1234").log.open()).toMatchObject([{ id: "A" }]);
  expect(await page("AB12345").log.open()).toEqual([]);
});

test("an intent that cannot be kept is refused, so that nothing is sent, and leaves nobody waiting", async () => {
  const { page } = browser(new TestStorage(0));
  await expect(page().log.write(intent("A"))).rejects.toThrow("no room");
  expect(await page().log.takeOver("A")).toBeUndefined();
});

test("nobody takes over from a page that is there; what it has resolved is not taken over at all", async () => {
  const { page } = browser();
  const { log } = page();
  await log.write(intent("A"));
  const told: unknown[] = [];
  const waiting = page()
    .log.takeOver("A")
    .then((taken) => told.push(taken));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(told).toEqual([]);
  await log.resolve("A", { outcome: "placed", order_ids: ["1"] });
  await waiting;
  expect(told).toEqual([undefined]);
});

test("of the pages that wait for one that is gone, one takes over, and the next when that is gone too", async () => {
  const { page } = browser();
  const [first, second, third] = [page(), page(), page()];
  await first.log.write(intent("A"));
  const told: string[] = [];
  const waiting = [second, third].map(async ({ log }, index) => {
    const taken = await log.takeOver("A");
    told.push(`${index} took ${taken?.id}`);
  });
  first.close();
  await waiting[0];
  expect(told).toEqual(["0 took A"]);
  second.close();
  await waiting[1];
  expect(told).toEqual(["0 took A", "1 took A"]);
});
