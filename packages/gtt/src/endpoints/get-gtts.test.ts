import { expect, test } from "vitest";
import { firedWire, single, singleWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getGTTs } from "./get-gtts.ts";

test("asks for the list, without parameters", async () => {
  const { kite, server } = await servingData([]);
  expect(await getGTTs(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/gtt/triggers", query: [], body: "" }]);
});

test("keeps the documented fields, times as Date; raw keeps everything as sent", async () => {
  const rows = [{ ...singleWire, shiny_new_field: 1 }, firedWire];
  const { kite, warnings } = await servingData(rows);
  const [first, second] = await getGTTs(kite);
  expect(first).toStrictEqual(single);
  expect(second?.orders[1]?.result).toMatchObject({
    meta: { app_id: 12617, gtt: 105099 },
    timestamp: new Date("2019-09-09T09:45:08Z"),
    order_result: { status: "failed", order_id: "" },
  });
  expect((await getGTTs.raw(kite)).data).toEqual(rows);
  expect(warnings).toEqual([]);
});

test("takes states that Kite adds", async () => {
  const { kite, warnings } = await servingData([{ ...singleWire, status: "paused" }]);
  expect((await getGTTs(kite))[0]?.status).toBe("paused");
  expect(warnings).toEqual([]);
});

test("an odd row hides no other: it is handed on as sent and reported once", async () => {
  const odd = { ...singleWire, id: "112127" };
  const { kite, warnings } = await servingData([odd, odd, singleWire]);
  expect((await getGTTs(kite)).map(({ id }) => id)).toEqual(["112127", "112127", 112127]);
  expect(warnings).toEqual([expect.stringMatching(/^getGTTs: data\[0\]\.id: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getGTTs(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("a refused session is an error, never an empty list", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Incorrect `api_key` or `access_token`.")]);
  await expect(getGTTs(kite)).rejects.toMatchObject({ code: "TokenException", status: 403, endpoint: "getGTTs" });
});
