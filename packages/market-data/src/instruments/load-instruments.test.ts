import { createKite } from "@kite/core";
import type { Answer, ReceivedRequest } from "@kite/testing";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caught } from "../testing/caught.ts";
import { csvOf, market, share } from "../testing/instruments.ts";
import { memoryStore } from "../testing/memory-store.ts";
import { csvAnswer, failing, serving } from "../testing/serving.ts";
import { loadInstruments } from "./load-instruments.ts";

beforeEach(() => void vi.useFakeTimers({ now: new Date("2026-03-04T09:00:00+05:30"), toFake: ["Date"] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});
const setClock = (time: string) => vi.setSystemTime(new Date(`${time}+05:30`));

const whole = csvAnswer(csvOf(market));
const bytes = (text: string) => new TextEncoder().encode(text);
const yesterdays = csvOf([...market, share(77, "OLDNAME", "OLD")]);
const stored = (csv: string, time: string) => ({
  name: "ALL",
  format: "csv",
  downloadedAt: new Date(`${time}+05:30`),
  bytes: bytes(csv),
});

test("gives the list to look up, search and walk through", async () => {
  const { kite, server } = await serving(whole);
  const instruments = await loadInstruments(kite);
  expect(instruments.byKey("NSE:INFY")?.instrument_token).toBe(408065);
  expect(instruments.byToken(256265)?.tradingsymbol).toBe("NIFTY 50");
  expect([...instruments]).toEqual(market);
  expect(instruments).toMatchObject({ size: market.length, downloadedAt: new Date(), leftOut: 0 });
  expect(server.requests.map(({ path }) => path)).toEqual(["/instruments"]);
});

test("however many ask at once, and however the client is extended, there is one download", async () => {
  const { server } = await serving({ ...whole, delay: 30 });
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment });
  const extended = kite.use(() => ({ more: 1 }));
  const all = await Promise.all([kite, extended, kite, kite].map((each) => loadInstruments(each)));
  expect(new Set(all).size).toBe(1);
  expect(await loadInstruments(extended)).toBe(all[0]);
  expect(server.requests).toHaveLength(1);
});

test("two clients share nothing", async () => {
  const { kite, server } = await serving(whole);
  const other = createKite({ apiKey: "key", accessToken: "t", environment: server.environment });
  expect(await loadInstruments(kite)).not.toBe(await loadInstruments(other));
  expect(server.requests).toHaveLength(2);
});

test("is kept until 08:30 IST, when the next list is due", async () => {
  const { kite, server } = await serving(whole);
  const first = await loadInstruments(kite);
  setClock("2026-03-05T08:29:59.999");
  expect(await loadInstruments(kite)).toBe(first);
  setClock("2026-03-05T08:30:00");
  const second = await loadInstruments(kite);
  expect(second).not.toBe(first);
  expect(second.downloadedAt).toEqual(new Date());
  expect(server.requests).toHaveLength(2);
  // Loaded in the early morning, it is yesterday's.
  setClock("2026-03-06T08:00:00");
  await loadInstruments(kite, { renewAt: "07:45" });
  await loadInstruments(kite, { renewAt: "08:01" });
  expect(server.requests).toHaveLength(3);
  setClock("2026-03-06T08:01:00");
  await loadInstruments(kite, { renewAt: "08:01" });
  expect(server.requests).toHaveLength(4);
});

test("lists of some exchanges are downloaded one by one and joined", async () => {
  const { kite, server } = await serving(({ path }) =>
    csvAnswer(csvOf(market.filter(({ exchange }) => path === `/instruments/${exchange}`))),
  );
  const some = await loadInstruments(kite, { exchanges: ["NFO", "BSE", "NFO"] });
  expect(server.requests.map(({ path }) => path)).toEqual(["/instruments/BSE", "/instruments/NFO"]);
  expect(new Set([...some])).toEqual(new Set(market.filter(({ exchange }) => exchange !== "NSE")));
  expect(await loadInstruments(kite, { exchanges: ["BSE", "NFO"] })).toBe(some);
});

test.each([
  ["cut in a row", csvAnswer(csvOf(market).slice(0, -40))],
  ["cut between two rows", csvAnswer(csvOf(market.slice(0, 9)))],
  ["a header alone", csvAnswer(csvOf([]))],
  ["HTML", { text: "<html>sorry</html>" }],
  ["a failing server", failing(503, "NetworkException", "down")],
] as [string, Answer][])(
  "an older list stays in use instead of %s, and another try is made a minute later",
  async (_, bad) => {
    let answer = whole;
    const { kite, server } = await serving(() => answer);
    const first = await loadInstruments(kite);
    answer = bad;
    setClock("2026-03-05T08:30:00");
    const problems: unknown[] = [];
    const onProblem = (problem: unknown) => void problems.push(problem);
    expect(await Promise.all([1, 2, 3].map(() => loadInstruments(kite, { onProblem })))).toEqual([first, first, first]);
    expect(problems).toMatchObject([{ name: "KiteError" }]);
    expect(first.downloadedAt).toEqual(new Date("2026-03-04T09:00:00+05:30"));

    answer = whole;
    setClock("2026-03-05T08:30:59.999");
    expect(await loadInstruments(kite)).toBe(first);
    expect(server.requests).toHaveLength(2);
    setClock("2026-03-05T08:31:00");
    expect(await loadInstruments(kite)).not.toBe(first);
  },
);

test("without an older list the failure is thrown, and the next caller tries again", async () => {
  const answers = [
    csvAnswer(csvOf(market).slice(0, -40)),
    failing(503, "NetworkException", "down"),
    csvAnswer(csvOf([])),
    whole,
  ];
  const { kite } = await serving(() => answers.shift() ?? whole);
  const error = await caught(loadInstruments(kite));
  expect(error).toMatchObject({ code: "MalformedAnswer", endpoint: "loadInstruments" });
  expect(error.message).toMatch(/^loadInstruments: the instrument list is not whole: /);
  expect(await caught(loadInstruments(kite))).toMatchObject({ status: 503 });
  expect((await caught(loadInstruments(kite))).message).toMatch(/list ALL is not whole: 0 rows/);
  expect((await loadInstruments(kite)).size).toBe(market.length);
});

test("rows that are odd are counted, and the rest is used", async () => {
  const { kite } = await serving(
    csvAnswer(`${csvOf(market.slice(0, 1))}1,2,3\r\n${csvOf(market.slice(1)).split("\r\n").slice(1).join("\r\n")}`),
  );
  expect(await loadInstruments(kite)).toMatchObject({ leftOut: 1, size: market.length });
});

test("a caller who gives up leaves alone; the download goes on for the others", async () => {
  const { kite, server } = await serving({ ...whole, delay: 60 });
  const controller = new AbortController();
  const impatient = caught(loadInstruments(kite, { signal: controller.signal }));
  const patient = loadInstruments(kite);
  controller.abort();
  expect(await impatient).toMatchObject({ code: "Aborted", endpoint: "loadInstruments" });
  expect((await patient).size).toBe(market.length);
  expect(server.requests).toHaveLength(1);
  expect(server.abandoned()).toBe(0);
});

test("when all have given up the download is called off, and the next caller starts another", async () => {
  let answer: Answer = { fault: "hang" };
  const { kite, server } = await serving(() => answer);
  const controllers = [new AbortController(), new AbortController()];
  const waiting = controllers.map(({ signal }) => caught(loadInstruments(kite, { signal })));
  await expect.poll(() => server.requests.length).toBe(1);
  for (const controller of controllers) controller.abort();
  for (const error of await Promise.all(waiting)) expect(error).toMatchObject({ code: "Aborted" });
  answer = whole;
  expect((await loadInstruments(kite)).size).toBe(market.length);
  await expect.poll(() => server.abandoned()).toBe(1);
  const signal = AbortSignal.abort();
  setClock("2026-03-05T09:00:00");
  expect(await caught(loadInstruments(kite, { signal }))).toMatchObject({ code: "Aborted" });
});

test("a fresh list of the store saves the download", async () => {
  const store = memoryStore();
  const first = await serving(whole);
  await loadInstruments(first.kite, { store });
  const second = await serving(whole);
  const instruments = await loadInstruments(second.kite, { store });
  expect([...instruments]).toEqual(market);
  expect(instruments.downloadedAt).toEqual(new Date());
  expect(second.server.requests).toEqual([]);
});

test("an old list of the store is replaced, and is used while there is no better", async () => {
  const store = memoryStore();
  store.kept.set("ALL", stored(yesterdays, "2026-03-03T10:00:00"));
  let answer: Answer = failing(503, "NetworkException", "down");
  const { kite, server } = await serving(() => answer);
  const problems: unknown[] = [];
  const onProblem = (problem: unknown) => void problems.push(problem);
  const old = await loadInstruments(kite, { store, onProblem });
  expect(old.byKey("NSE:OLDNAME")).toBeDefined();
  expect(old.downloadedAt).toEqual(new Date("2026-03-03T10:00:00+05:30"));
  expect(problems).toMatchObject([{ status: 503 }]);
  answer = whole;
  setClock("2026-03-04T09:01:00");
  const fresh = await loadInstruments(kite, { store });
  expect(fresh.byKey("NSE:OLDNAME")).toBeUndefined();
  expect(store.kept.get("ALL")).toMatchObject({ downloadedAt: new Date(), format: "columns-1" });
  expect(server.requests).toHaveLength(2);
});

test.each([
  ["is cut", stored(yesterdays.slice(0, -30), "2026-03-04T08:45:00")],
  ["is of the future", stored(yesterdays, "2026-03-05T08:45:00")],
  ["has another format", { ...stored(yesterdays, "2026-03-04T08:45:00"), format: "columns" }],
  ["has another name", { ...stored(yesterdays, "2026-03-04T08:45:00"), name: "NSE" }],
])("a list of the store that %s counts as none", async (_, list) => {
  const store = memoryStore();
  vi.spyOn(console, "warn").mockImplementation(() => {});
  store.kept.set("ALL", list);
  const { kite, server } = await serving(whole);
  expect([...(await loadInstruments(kite, { store }))]).toEqual(market);
  expect(server.requests).toHaveLength(1);
});

test("whoever listens to nothing hears of a problem on the console", async () => {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const answers = [whole, failing(503, "NetworkException", "down")];
  const { kite } = await serving(() => answers.shift() ?? whole);
  await loadInstruments(kite);
  setClock("2026-03-05T09:00:00");
  await loadInstruments(kite);
  expect(warn.mock.calls).toMatchObject([[{ code: "NetworkException" }]]);
});

test("a store that fails is reported, and missed by nobody", async () => {
  const store = { load: () => Promise.reject(new Error("EACCES")), save: () => Promise.reject(new Error("ENOSPC")) };
  const { kite } = await serving(whole);
  const problems: unknown[] = [];
  const onProblem = (problem: unknown) => void problems.push((problem as Error).message);
  expect((await loadInstruments(kite, { store, onProblem })).size).toBe(market.length);
  expect(problems).toEqual(["EACCES", "ENOSPC"]);
});

test.each([
  [{ exchanges: [] }, "exchanges"],
  [{ renewAt: "8:30" }, "renewAt"],
])("refuses %j", async (options, field) => {
  const { kite, server } = await serving(whole);
  expect((await caught(loadInstruments(kite, options))).message).toMatch(new RegExp(`^loadInstruments: ${field}: `));
  expect(server.requests).toEqual([]);
});

test("asks with the caller's time limit", async () => {
  const { kite } = await serving((_: ReceivedRequest) => ({ fault: "hang" }));
  expect(await caught(loadInstruments(kite, { timeout: 30 }))).toMatchObject({ code: "Timeout" });
});
