import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { asked, failing, serving, succeeding } from "../testing/serving.ts";
import { getOHLC } from "./get-ohlc.ts";

const wire = {
  instrument_token: 408065,
  last_price: 1075,
  ohlc: { open: 1085.8, high: 1085.9, low: 1070.9, close: 1075.8 },
};

test("asks for a key alone as for a list", async () => {
  const { kite, server } = await serving(succeeding({ "NSE:INFY": wire }));
  expect(await getOHLC(kite, "NSE:INFY")).toStrictEqual({ "NSE:INFY": wire });
  expect(server.requests).toMatchObject([{ method: "GET", path: "/quote/ohlc", query: [["i", "NSE:INFY"]] }]);
});

test("raw keeps what is not documented, typed does not", async () => {
  const { kite } = await serving(succeeding({ "NSE:INFY": { ...wire, later: 1 } }));
  expect((await getOHLC.raw(kite, "NSE:INFY")).data).toEqual({ "NSE:INFY": { ...wire, later: 1 } });
  expect(await getOHLC(kite, "NSE:INFY")).toStrictEqual({ "NSE:INFY": wire });
});

test("a thousand go in one request, one more makes two", async () => {
  const keys = Array.from({ length: 1_001 }, (_, index) => `N:${index}`);
  const { kite, server } = await serving(succeeding({}));
  await getOHLC(kite, keys.slice(0, 1_000));
  await getOHLC(kite, keys);
  expect(server.requests.map((request) => asked(request, "i").length)).toEqual([1_000, 1_000, 1]);
});

test("refuses a key without an exchange", async () => {
  const { kite } = await serving(succeeding({}));
  expect((await caught(getOHLC(kite, "INFY"))).message).toMatch(/^getOHLC: instruments\[0\]: /);
});

test("hands on an error of the server", async () => {
  const { kite } = await serving(failing(429, "NetworkException", "Too many requests"));
  expect(await caught(getOHLC(kite, "NSE:INFY"))).toMatchObject({ code: "NetworkException", status: 429 });
});
