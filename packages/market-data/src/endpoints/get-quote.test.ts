import { expect, test } from "vitest";
import { missingKeys } from "../quotes/keyed.ts";
import { caught } from "../testing/caught.ts";
import { infy, infyWire, niftyWire } from "../testing/quotes.ts";
import { asked, failing, serving, succeeding } from "../testing/serving.ts";
import { getQuote } from "./get-quote.ts";

test("asks for the keys as they are, each once, in the order they came", async () => {
  const { kite, server } = await serving(succeeding({}));
  await getQuote(kite, ["NSE:M&M", "NSE:NIFTY 50", "NSE:M&M", "BSE:SENSEX", "408065"]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/quote", body: "" }]);
  expect(asked(server.requests[0], "i")).toEqual(["NSE:M&M", "NSE:NIFTY 50", "BSE:SENSEX", "408065"]);
});

test("gives a quote for every key that was asked for, null where Kite knows none", async () => {
  const { kite, warnings } = await serving(succeeding({ "NSE:INFY": infyWire, "NSE:OTHER": infyWire }));
  const quotes = await getQuote(kite, ["NSE:GONE", "NSE:INFY"]);
  expect(quotes).toStrictEqual({ "NSE:GONE": null, "NSE:INFY": infy });
  expect(missingKeys(quotes)).toEqual(["NSE:GONE"]);
  expect(warnings).toEqual([]);
});

test("an index without volume, book and open interest is a quote like others", async () => {
  const { kite, warnings } = await serving(succeeding({ "NSE:NIFTY 50": niftyWire }));
  const nifty = (await getQuote(kite, "NSE:NIFTY 50"))["NSE:NIFTY 50"];
  expect(nifty).toStrictEqual({ ...niftyWire, timestamp: infy.timestamp });
  expect(warnings).toEqual([]);
});

test("raw gives the map as it was sent, with status and headers", async () => {
  const data = { "NSE:INFY": { ...infyWire, shiny_new_field: 1 } };
  const { kite } = await serving(succeeding(data));
  const raw = await getQuote.raw(kite, ["NSE:INFY", "NSE:GONE"]);
  expect(raw).toMatchObject({ status: 200, data });
  expect(raw.headers.get("content-type")).toBe("application/json");
});

test("an empty list asks for nothing", async () => {
  const { kite, server } = await serving(succeeding({}));
  expect(await getQuote(kite, [])).toEqual({});
  expect(await caught(getQuote.raw(kite, []))).toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test.each([["INFY"], [""], ["NSE:"], ["NSE: "], [" NSE:INFY"], [17]])("refuses %j and names its place", async (key) => {
  const { kite, server } = await serving(succeeding({}));
  const error = await caught(getQuote(kite, ["NSE:INFY", key as string]));
  expect(error).toMatchObject({ code: "InvalidInput", endpoint: "getQuote", outcome: "not-sent" });
  expect(error.message).toMatch(/^getQuote: instruments\[1\]: .*NSE:INFY/);
  expect(await caught(getQuote.raw(kite, [key as string]))).toMatchObject({ message: expect.stringMatching(/\[0\]/) });
  expect(server.requests).toEqual([]);
});

test("refuses what is no list", async () => {
  const { kite } = await serving(succeeding({}));
  const error = await caught(getQuote(kite, { 0: "NSE:INFY" } as never));
  expect(error.message).toMatch(/^getQuote: instruments: /);
});

test("an odd field is handed on as sent and reported, and hides no other quote", async () => {
  const odd = { ...infyWire, volume: "7360198" };
  const { kite, warnings } = await serving(succeeding({ "NSE:ODD": odd, "NSE:INFY": infyWire }));
  const quotes = await getQuote(kite, ["NSE:ODD", "NSE:INFY"]);
  expect(quotes["NSE:ODD"]?.volume).toBe("7360198");
  expect(quotes["NSE:INFY"]).toEqual(infy);
  expect(warnings).toEqual([expect.stringMatching(/^getQuote: data\["NSE:ODD"\]\.volume: /)]);
});

test("an answer that is no map is an error, never a list of missing keys", async () => {
  const { kite } = await serving(succeeding(null));
  expect(await caught(getQuote(kite, "NSE:INFY"))).toMatchObject({ code: "MalformedAnswer", endpoint: "getQuote" });
});

test("a plan without market data is a PermissionException", async () => {
  const { kite } = await serving(failing(403, "PermissionException", "Insufficient permission for that call."));
  expect(await caught(getQuote(kite, "NSE:INFY"))).toMatchObject({ code: "PermissionException", status: 403 });
});

test("more than 500 are asked for in several requests, one after the other, and joined", async () => {
  const keys = Array.from({ length: 1_203 }, (_, index) => `NSE:S${index}`);
  const { kite, server } = await serving((request) => {
    const known = asked(request, "i").filter((key) => !key.endsWith("7"));
    return succeeding(Object.fromEntries(known.map((key) => [key, { ...infyWire, last_price: Number(key.slice(5)) }])));
  });
  const quotes = await getQuote(kite, keys);
  expect(server.requests.map((request) => asked(request, "i").length)).toEqual([500, 500, 203]);
  expect(Object.keys(quotes)).toEqual(keys);
  expect(keys.every((key) => (quotes[key]?.last_price ?? 7) % 10 === Number(key.at(-1)))).toBe(true);
  expect(missingKeys(quotes)).toEqual(keys.filter((key) => key.endsWith("7")));
  const raw = await getQuote.raw(kite, keys);
  expect(Object.keys(raw.data)).toEqual(keys.filter((key) => !key.endsWith("7")));
});

test("one failing request of several fails the call", async () => {
  const keys = Array.from({ length: 501 }, (_, index) => `NSE:S${index}`);
  const { kite, server } = await serving((request) =>
    asked(request, "i").length === 1 ? failing(503, "NetworkException", "down") : succeeding({}),
  );
  expect(await caught(getQuote(kite, keys))).toMatchObject({ code: "NetworkException", status: 503 });
  expect(server.requests).toHaveLength(2);
});

test("one deadline counts for all requests of a call", async () => {
  const keys = Array.from({ length: 2_000 }, (_, index) => `NSE:S${index}`);
  const { kite } = await serving({ json: { status: "success", data: {} }, delay: 60 });
  expect(await caught(getQuote(kite, keys, { deadline: 150 }))).toMatchObject({ code: "Timeout" });
});

test("keys that are names of every object are keys like others", async () => {
  const { kite } = await serving(succeeding({}));
  expect(Object.keys(await getQuote(kite, ["NSE:__proto__", "X:constructor"]))).toEqual([
    "NSE:__proto__",
    "X:constructor",
  ]);
});
