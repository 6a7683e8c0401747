import { createKite } from "@kite/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { asked, failing, serving, succeeding } from "../testing/serving.ts";
import { getLTP } from "./get-ltp.ts";

test("gives the last price by key", async () => {
  const wire = { instrument_token: 265, last_price: 81715.71 };
  const { kite, server } = await serving(succeeding({ "BSE:SENSEX": { ...wire, later: 1 } }));
  const prices = await getLTP(kite, ["BSE:SENSEX", "BSE:SENSEXX"]);
  expect(prices).toStrictEqual({ "BSE:SENSEX": wire, "BSE:SENSEXX": null });
  expect(prices["BSE:SENSEX"]?.last_price).toBe(81715.71);
  expect(server.requests[0]?.path).toBe("/quote/ltp");
  expect((await getLTP.raw(kite, "BSE:SENSEX")).data["BSE:SENSEX"]).toEqual({ ...wire, later: 1 });
});

test("refuses a key without an exchange, and hands on an error of the server", async () => {
  const { kite } = await serving(failing(403, "TokenException", "Incorrect `api_key` or `access_token`."));
  expect((await caught(getLTP(kite, ["INFY"]))).message).toMatch(/^getLTP: instruments\[0\]: /);
  expect(await caught(getLTP(kite, "NSE:INFY"))).toMatchObject({ code: "TokenException" });
});

test("long keys make more requests, since an address has an end, and every key gets its answer", async () => {
  const keys = Array.from({ length: 1_000 }, (_, index) => `NFO:BANKNIFTY25807${56_000 + index}CE`);
  const { kite, server } = await serving((request) =>
    succeeding(Object.fromEntries(asked(request, "i").map((key) => [key, { instrument_token: 1, last_price: 2 }]))),
  );
  const prices = await getLTP(kite, keys);
  expect(keys.filter((key) => prices[key] === null)).toEqual([]);
  expect(server.requests.flatMap((request) => asked(request, "i"))).toEqual(keys);
  expect(server.requests).toHaveLength(2);
});

test("each key is asked once and answered once, whatever the list", async () => {
  const { kite, server } = await serving((request) =>
    succeeding(
      Object.fromEntries(asked(request, "i").map((key) => [key, { instrument_token: 1, last_price: key.length }])),
    ),
  );
  const symbol = fc
    .string({ minLength: 1, maxLength: 40 })
    .filter((text) => /\S$/.test(text) && !/[\n\r\u2028\u2029]/.test(text));
  const key = fc.tuple(fc.constantFrom("NSE", "NFO"), symbol).map((parts) => parts.join(":"));
  await fc.assert(
    fc.asyncProperty(fc.array(key, { maxLength: 60 }), async (keys) => {
      const before = server.requests.length;
      const prices = await getLTP(kite, keys);
      const sent = server.requests.slice(before).flatMap((request) => asked(request, "i"));
      expect(sent).toEqual([...new Set(keys)]);
      for (const each of keys) expect(prices[each]?.last_price).toBe(each.length);
    }),
    { numRuns: 60 },
  );
});

test("the requests of one call keep the rate budget of quotes", async () => {
  const { server } = await serving(succeeding({}));
  const kite = createKite({ apiKey: "key", accessToken: "t", environment: server.environment });
  await getLTP(
    kite,
    Array.from({ length: 1_001 }, (_, index) => `N:${index}`),
  );
  expect(kite.stats()).toMatchObject({ requests: 2, waits: 1 });
  expect(kite.budget?.left("quote").second).toBe(0);
});
