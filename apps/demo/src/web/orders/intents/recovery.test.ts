import type { ConfirmStage } from "@kite/orders";
import { expect, test, vi } from "vitest";
import { TestLocks, TestStorage } from "../../testing/browser-storage.ts";
import { startGateway } from "../../testing/page.ts";
import { restingOrder } from "../../testing/resting-order.ts";
import { place } from "../pad/place.ts";
import { Recovery } from "./recovery.ts";
import { storedIntents } from "./stored-intents.ts";

// a gateway, an exchange and the looks of the SDK, which have their times
vi.setConfig({ testTimeout: 30_000 });

/** A browser in which a page is closed while its order is under way in bad weather; `late` is how long the book hides the order. */
async function closedPage(late: number) {
  const gateway = await startGateway();
  const { simulator } = gateway;
  simulator.faults.set([
    { match: "POST /orders/*", fault: { kind: "drop", executed: true } },
    { match: "POST /orders/*", fault: { kind: "late", min: late, max: late } },
  ]);
  const [storage, locks] = [new TestStorage(), new TestLocks()];
  const page = locks.page();
  const client = gateway.openPage();
  const order = await restingOrder(client);
  const log = storedIntents("SIM001", storage, page.locks);
  // what the page learns after its end goes nowhere
  const intents = { ...log, resolve: () => {} };
  await new Promise<void>((resolve) => {
    const ending = new AbortController();
    const onStage = ({ stage }: ConfirmStage) => {
      if (stage !== "doubtful") return;
      ending.abort();
      resolve();
    };
    void place(client, order, { intents, live: false, signal: ending.signal, onStage });
  });
  const open = () => {
    const next = storedIntents("SIM001", storage, locks.page().locks);
    return { log: next, recovery: new Recovery(gateway.openPage(), next) };
  };
  return { close: page.close, open, placements: gateway.placements };
}

test("the next page tells that the order of a page that is gone is placed; nothing is sent again", async () => {
  const { close, open, placements } = await closedPage(0);
  const { recovery, log } = open();
  const over = recovery.begin();
  expect(recovery.all).toEqual([]);
  close();
  await over;
  expect(recovery.all).toMatchObject([{ result: { outcome: "placed", orders: [{ status: "OPEN" }] } }]);
  expect(await log.open()).toEqual([]);
  expect(placements()).toBe(1);
  const [one] = recovery.all;
  if (one) await recovery.putAway(one);
  expect(recovery.all).toEqual([]);
});

test("while it may still show up, it is looked for, and that is told", async () => {
  const { close, open } = await closedPage(60_000);
  close();
  const { recovery, log } = open();
  void recovery.begin();
  await expect.poll(() => recovery.all[0]?.steps.at(-1)?.stage, { timeout: 20_000 }).toBe("looking");
  expect(recovery.all).toMatchObject([{ result: undefined }]);
  expect(await log.open()).toHaveLength(1);
});

test("an order that is nowhere stays open, over the next look too, until the person puts it away", async () => {
  const { openPage, placements } = await startGateway();
  const log = storedIntents("SIM001", new TestStorage(), new TestLocks().page().locks);
  const recovery = new Recovery(openPage(), log);
  const params = { ...(await restingOrder(openPage())), tag: "KDneverSent" };
  const intent = { id: params.tag, params, at: new Date(Date.now() - 600_000).toISOString() };
  await log.write(intent);
  await recovery.look(intent);
  expect(recovery.all).toMatchObject([{ result: { outcome: "unknown" } }]);
  await recovery.look(intent);
  expect(recovery.all).toHaveLength(1);
  expect(await log.open()).toEqual([intent]);
  const [one] = recovery.all;
  if (one) await recovery.putAway(one);
  expect([recovery.all, await log.open()]).toEqual([[], []]);
  expect(placements()).toBe(0);
});
