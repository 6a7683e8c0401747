import { answering } from "@kite/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import { createClient } from "../client.ts";
import type { Plan } from "../request.ts";
import { cache } from "./cache.ts";

const account = { apiKey: "key", accessToken: "t" };
const holdings: Plan = { endpoint: "getHoldings", method: "GET", path: "/portfolio/holdings" };
const margins: Plan = { endpoint: "getMargins", method: "GET", path: "/user/margins" };
const convert: Plan = { endpoint: "convertPosition", method: "PUT", path: "/portfolio/positions", form: {} };

/** Answers each request with its number, after a moment. */
async function counting(options: Parameters<typeof cache>[0] = {}) {
  let number = 0;
  const server = await answering(() => ({ json: { data: { number: ++number } }, delay: 20 }));
  return { server, kite: createClient({ ...account, environment: server.environment }, cache(options)) };
}

afterEach(() => {
  vi.useRealTimers();
});

test("identical reads under way share one request, later ones the kept answer, until it is too old", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const { server, kite } = await counting({ ttl: 1_000 });
  const answers = await Promise.all([kite.send(holdings), kite.send(holdings), kite.send(holdings)]);
  expect(answers.map(({ data }) => data)).toEqual([{ number: 1 }, { number: 1 }, { number: 1 }]);
  vi.setSystemTime(Date.now() + 999);
  expect((await kite.send(holdings)).data).toEqual({ number: 1 });
  vi.setSystemTime(Date.now() + 2);
  expect((await kite.send(holdings)).data).toEqual({ number: 2 });
  expect(server.requests).toHaveLength(2);
  expect(kite.stats()).toMatchObject({ requests: 2, cacheHits: 3 });
});

test("other parameters are another read", async () => {
  const { server, kite } = await counting();
  await kite.send({ ...holdings, query: { i: ["a", "b"] } });
  await kite.send({ ...holdings, query: { i: ["b", "a"] } });
  await kite.send({ ...holdings, query: { i: ["a", "b"] } });
  expect(server.requests).toHaveLength(2);
});

test("each caller gets a copy of its own", async () => {
  const { kite } = await counting();
  const first = await kite.send(holdings);
  (first.data as { number: number }).number = 99;
  expect((await kite.send(holdings)).data).toEqual({ number: 1 });
});

test("a write empties its own resource, or the ones it names, and nothing else", async () => {
  const { server, kite } = await counting({ ttl: 60_000 });
  await kite.send(holdings);
  await kite.send(margins);
  await kite.send(convert);
  await kite.send(margins);
  expect(server.requests).toHaveLength(3);
  await kite.send(holdings);
  expect(server.requests).toHaveLength(4);
  await kite.send({ ...convert, stales: ["/portfolio", "/user/margins"] });
  await kite.send(holdings);
  await kite.send(margins);
  expect(server.requests).toHaveLength(7);
});

test("a failed write empties too: it may have taken effect", async () => {
  const server = await answering({ json: { data: 1 } }, { fault: "drop" }, { json: { data: 2 } });
  const kite = createClient({ ...account, environment: server.environment }, cache({ ttl: 60_000 }));
  await kite.send(holdings);
  await kite.send(convert).catch(() => {});
  expect((await kite.send(holdings)).data).toBe(2);
});

describe("while a write is under way", () => {
  /** The first read and the writes take the given milliseconds; each answer says how many reads there were. */
  async function timed(firstReadTakes: number, writeTakes: number) {
    let reads = 0;
    const server = await answering(({ method }) =>
      method === "GET"
        ? { json: { data: ++reads }, delay: reads === 1 ? firstReadTakes : 0 }
        : { json: { data: true }, delay: writeTakes },
    );
    const kite = createClient({ ...account, environment: server.environment }, cache({ ttl: 60_000 }));
    return { server, kite, arrived: (count: number) => vi.waitFor(() => expect(server.requests).toHaveLength(count)) };
  }

  test("a read asks the server: what was kept may be over already", async () => {
    const { kite, arrived } = await timed(0, 200);
    expect((await kite.send(holdings)).data).toBe(1);
    const write = kite.send(convert);
    await arrived(2);
    expect((await kite.send(holdings)).data).toBe(2);
    await write;
  });

  test("what a read gets is not kept beyond the write's end", async () => {
    const { kite, arrived } = await timed(0, 150);
    const write = kite.send(convert);
    await arrived(1);
    expect((await kite.send(holdings)).data).toBe(1);
    await write;
    expect((await kite.send(holdings)).data).toBe(2);
  });

  test("a read asked before it and answered after it is not kept, and nobody else gets it", async () => {
    const { kite, arrived } = await timed(200, 0);
    const early = kite.send(holdings);
    await arrived(1);
    await kite.send(convert);
    const late = kite.send(holdings);
    expect((await early).data).toBe(1);
    expect((await late).data).toBe(2);
    expect((await kite.send(holdings)).data).toBe(2);
  });
});

test("errors are not kept", async () => {
  const server = await answering(
    { status: 503, json: { status: "error", error_type: "NetworkException", message: "x" } },
    { json: { data: "good" } },
  );
  const kite = createClient({ ...account, environment: server.environment }, cache({ ttl: 60_000 }));
  await expect(kite.send(holdings)).rejects.toMatchObject({ status: 503 });
  expect((await kite.send(holdings)).data).toBe("good");
});

test("a caller that gives up leaves the others their answer; the last one to give up ends the request", async () => {
  const slow = await answering({ json: { data: 1 }, delay: 150 });
  const kite = createClient({ ...account, environment: slow.environment }, cache());
  const impatient = new AbortController();
  const given = kite.send({ ...holdings, signal: impatient.signal });
  const patient = kite.send(holdings);
  await vi.waitFor(() => expect(slow.requests).toHaveLength(1));
  impatient.abort();
  await expect(given).rejects.toMatchObject({ code: "Aborted" });
  expect((await patient).data).toBe(1);

  const hung = await answering({ fault: "hang" });
  const other = createClient({ ...account, environment: hung.environment }, cache());
  const controllers = [new AbortController(), new AbortController()];
  const calls = controllers.map(({ signal }) => other.send({ ...holdings, signal }).catch(({ code }) => code));
  await vi.waitFor(() => expect(hung.requests).toHaveLength(1));
  for (const controller of controllers) controller.abort();
  expect(await Promise.all(calls)).toEqual(["Aborted", "Aborted"]);
  await vi.waitFor(() => expect(hung.abandoned()).toBe(1));
});

test("a read asked right after the last caller gave up is a request of its own", async () => {
  const server = await answering({ fault: "hang" }, { json: { data: "fresh" } });
  const kite = createClient({ ...account, environment: server.environment }, cache());
  const controller = new AbortController();
  const given = kite.send({ ...holdings, signal: controller.signal }).catch(({ code }) => code);
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  controller.abort();
  expect(await given).toBe("Aborted");
  expect((await kite.send(holdings)).data).toBe("fresh");
});

test("a new login starts with an empty cache", async () => {
  const { server, kite } = await counting({ ttl: 60_000 });
  await kite.send(holdings);
  kite.session.setAccessToken("another");
  await kite.send(holdings);
  expect(server.requests).toHaveLength(2);
});

test("endpoints can have their own time, 0 for never", async () => {
  const { server, kite } = await counting({ ttl: 60_000, ttlFor: { getHoldings: 0 } });
  await kite.send(holdings);
  await kite.send(holdings);
  await kite.send({ ...margins, cacheFor: 0 });
  await kite.send({ ...margins, cacheFor: 0 });
  expect(server.requests).toHaveLength(4);
  expect(() => cache({ ttl: -1 })).toThrow("cache: ttl");
});

test("keeps no more than it is told to", async () => {
  const { server, kite } = await counting({ ttl: 60_000, maxSize: 2 });
  for (const i of ["a", "b", "c", "d", "e"]) await kite.send({ ...holdings, query: { i } });
  await kite.send({ ...holdings, query: { i: "a" } });
  expect(server.requests).toHaveLength(6);
});

test("one layer on two clients keeps their accounts apart", async () => {
  let number = 0;
  const server = await answering(() => ({ json: { data: ++number } }));
  const shared = cache({ ttl: 60_000 });
  const one = createClient({ ...account, environment: server.environment }, shared);
  const two = createClient({ ...account, environment: server.environment }, shared);
  expect((await one.send(holdings)).data).toBe(1);
  expect((await two.send(holdings)).data).toBe(2);
});
