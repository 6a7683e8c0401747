import { isKiteError } from "@kite/core";
import { expect, test, vi } from "vitest";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { bookTools } from "./book-tools.ts";
import { readBook } from "./read-book.ts";

const never = () => new AbortController().signal;

test("at most one read is under way, and one waits for it", async () => {
  let reads = 0;
  const { kite, server } = await serving(() => {
    reads += 1;
    return { json: { status: "success", data: [{ order_id: String(reads) }] }, delay: 30 };
  });
  const tools = { kite, ...bookTools };
  const first = readBook(tools, never());
  await vi.waitUntil(() => server.requests.length === 1);
  const others = await Promise.all(Array.from({ length: 50 }, () => readBook(tools, never())));
  expect((await first).rows).toEqual([{ order_id: "1" }]);
  // Those who came later get the read that began after they came.
  expect(new Set(others.map((book) => book.rows[0]?.order_id))).toEqual(new Set(["2"]));
  expect(server.requests).toHaveLength(2);
  await readBook(tools, never());
  expect(server.requests).toHaveLength(3);
  const [one, two, three] = server.requests.map(({ at }) => at);
  expect((two ?? 0) - (one ?? 0)).toBeGreaterThanOrEqual(25);
  expect((three ?? 0) - (two ?? 0)).toBeGreaterThanOrEqual(25);
});

test("one who gives up costs the others nothing; the last one ends the read", async () => {
  const { kite, server } = await serving([{ fault: "hang" }, succeeding([])]);
  const tools = { kite, ...bookTools };
  const [one, two, later] = [new AbortController(), new AbortController(), new AbortController()];
  const readings = [readBook(tools, one.signal), readBook(tools, two.signal)];
  const outcomes = Promise.allSettled(readings);
  await vi.waitUntil(() => server.requests.length === 1);
  const next = readBook(tools, never());
  const given = readBook(tools, later.signal).catch(() => "gave up");
  later.abort();
  one.abort();
  expect(await given).toBe("gave up");
  expect(server.abandoned()).toBe(0);
  two.abort(new Error("enough"));
  expect((await outcomes).map((each) => each.status)).toEqual(["rejected", "rejected"]);
  expect((await next).rows).toEqual([]);
  await vi.waitUntil(() => server.abandoned() === 1);
  expect(server.requests).toHaveLength(2);
});

test("a read that everybody has left while it waited is not made", async () => {
  const { kite, server } = await serving([{ json: { status: "success", data: [] }, delay: 30 }]);
  const tools = { kite, ...bookTools };
  const first = readBook(tools, never());
  await vi.waitUntil(() => server.requests.length === 1);
  const controller = new AbortController();
  const second = readBook(tools, controller.signal).catch(() => {});
  controller.abort();
  await Promise.all([first, second]);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(server.requests).toHaveLength(1);
  expect((await readBook(tools, never())).rows).toEqual([]);
});

test("a failure reaches all who share it, and the next read begins anew", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "down"), succeeding("no list"), succeeding([])]);
  const tools = { kite, ...bookTools };
  const [one, two] = await Promise.allSettled([readBook(tools, never()), readBook(tools, never())]);
  expect(one).toEqual(two);
  expect(one.status === "rejected" && isKiteError(one.reason, "NetworkException")).toBe(true);
  expect(await caught(readBook(tools, never()))).toMatchObject({ code: "MalformedAnswer", endpoint: "getOrders" });
  expect((await readBook(tools, never())).rows).toEqual([]);
});

test("two logins have a book each", async () => {
  const a = await serving([succeeding([{ order_id: "a" }])]);
  const b = await serving([succeeding([{ order_id: "b" }])]);
  const books = await Promise.all([a, b].map(({ kite }) => readBook({ kite, ...bookTools }, never())));
  expect(books.map(({ rows }) => rows[0]?.order_id)).toEqual(["a", "b"]);
});
