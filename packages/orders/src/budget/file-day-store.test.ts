import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Plan } from "@kite/core";
import { formatIstDate } from "@kite/models";
import { expect, onTestFinished, test } from "vitest";
import { fileDayStore } from "./file-day-store.ts";
import { createOrderBudget } from "./order-budget.ts";

const today = formatIstDate(new Date());
const placing: Plan = { endpoint: "placeOrder", method: "POST", path: "/orders/regular", bucket: "order" };

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), "kite-day-"));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

test("gives back what was saved, from a file that only its owner reads, with nothing left beside it", async () => {
  const path = join(folder(), "made/for/it/orders.json");
  const store = fileDayStore(path);
  expect(store.load()).toBeUndefined();
  await store.save({ date: today, used: 12 });
  await store.save({ date: today, used: 13 });
  expect(fileDayStore(path).load()).toEqual({ date: today, used: 13 });
  expect(statSync(path).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(path, ".."))).toEqual(["orders.json"]);
});

test("what a budget has let through is in the file before the order leaves, and the next budget goes on from there", async () => {
  const path = join(folder(), "orders.json");
  for (const start of [0, 5, 10]) {
    const budget = createOrderBudget({ store: fileDayStore(path), limits: { day: 12 } });
    expect(budget.left("order").day).toBe(12 - start);
    const calls = Array.from({ length: 5 }, async () => {
      await budget.take(placing);
      return JSON.parse(readFileSync(path, "utf8")).used as number;
    });
    const results = await Promise.allSettled(calls);
    const inFile = results.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    expect(inFile).toHaveLength(Math.min(5, 12 - start));
    for (const [index, used] of inFile.entries()) expect(used).toBeGreaterThan(start + index);
  }
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ date: today, used: 12 });
});

test.each([
  "",
  '{"date":"',
  '{"date":"2026-11-23"}',
  '{"date":"today","used":1}',
  '{"date":"2026-11-23","used":-1}',
  "[]",
])("%j, written today, is not taken for nothing: new orders are held back and the file is kept", async (text) => {
  const path = join(folder(), "orders.json");
  writeFileSync(path, text);
  const budget = createOrderBudget({ store: fileDayStore(path) });
  await expect(budget.take(placing)).rejects.toMatchObject({
    code: "StoreFailed",
    outcome: "not-sent",
    message: expect.stringContaining("orders.json was written today and is no count of orders"),
  });
  await budget.take({ ...placing, purpose: "exit" });
  expect(readFileSync(path, "utf8")).toBe(text);
  // Repaired while the program runs, it is read.
  writeFileSync(path, JSON.stringify({ date: today, used: 41 }));
  await budget.take(placing);
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ date: today, used: 43 });
});

test("the same of an earlier day counts as nothing", () => {
  const path = join(folder(), "orders.json");
  writeFileSync(path, "garbage");
  const before = new Date(Date.now() - 86_400_000);
  utimesSync(path, before, before);
  expect(fileDayStore(path).load()).toBeUndefined();
});

test("a folder that cannot be written holds new orders back", async () => {
  const path = join(folder(), "a-file");
  writeFileSync(path, "");
  const budget = createOrderBudget({ store: fileDayStore(join(path, "orders.json")) });
  await expect(budget.take(placing)).rejects.toMatchObject({ code: "StoreFailed", cause: { code: "ENOTDIR" } });
});

test("an empty path is refused", () => {
  expect(() => fileDayStore("")).toThrow("path");
});
