import { expect, test } from "vitest";
import { auction, auctionWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getAuctions } from "./get-auctions.ts";

test("asks for the auctions", async () => {
  const { kite, server } = await servingData([]);
  expect(await getAuctions(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/portfolio/holdings/auctions", query: [], body: "" }]);
});

test("keeps the documented fields, the auction's number as text; raw keeps everything", async () => {
  const data = [{ ...auctionWire, used_quantity: 0 }];
  const { kite, warnings } = await servingData(data);
  expect(await getAuctions(kite)).toStrictEqual([auction]);
  expect((await getAuctions.raw(kite)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test("an odd row hides no other", async () => {
  const odd = { ...auctionWire, auction_number: 21, collateral_type: null };
  const { kite, warnings } = await servingData([odd, auctionWire, null]);
  expect(await getAuctions(kite)).toEqual([{ ...auction, auction_number: 21, collateral_type: null }, auction, null]);
  expect(warnings).toEqual([
    expect.stringMatching(/^getAuctions: data\[0\]\.auction_number: /),
    expect.stringMatching(/^getAuctions: data\[2\]: /),
  ]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getAuctions(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("an unreadable answer of the order system is an error worth another try", async () => {
  const { kite } = await serving([failing(502, "DataException", "Unknown content type")]);
  await expect(getAuctions(kite)).rejects.toMatchObject({ code: "DataException", retryable: true });
});
