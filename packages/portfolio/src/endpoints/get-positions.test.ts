import { expect, test } from "vitest";
import { goldguineaDay, goldguineaNet, leadmini } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getPositions } from "./get-positions.ts";

const book = { net: [goldguineaNet, leadmini], day: [goldguineaDay, leadmini] };

test("asks for the positions", async () => {
  const { kite, server } = await servingData({ net: [], day: [] });
  expect(await getPositions(kite)).toEqual({ net: [], day: [] });
  expect(server.requests).toMatchObject([{ method: "GET", path: "/portfolio/positions", query: [], body: "" }]);
});

test("keeps both lists, closed and short rows included; raw keeps everything", async () => {
  const data = { ...book, net: [{ ...goldguineaNet, shiny_new_field: 1 }, leadmini] };
  const { kite, warnings } = await servingData(data);
  expect(await getPositions(kite)).toStrictEqual(book);
  expect((await getPositions.raw(kite)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test("takes a product that Kite has added", async () => {
  const { kite, warnings } = await servingData({ net: [{ ...leadmini, product: "CO" }], day: [] });
  expect((await getPositions(kite)).net[0]?.product).toBe("CO");
  expect(warnings).toEqual([]);
});

test("an odd row hides no other, in neither list", async () => {
  const { sell_m2m, ...odd } = goldguineaNet;
  const { kite, warnings } = await servingData({ net: [odd, leadmini], day: [{ ...leadmini, pnl: null }, leadmini] });
  expect(await getPositions(kite)).toEqual({ net: [odd, leadmini], day: [{ ...leadmini, pnl: null }, leadmini] });
  expect(warnings).toEqual([
    expect.stringMatching(/^getPositions: data\.net\[0\]\.sell_m2m: /),
    expect.stringMatching(/^getPositions: data\.day\[0\]\.pnl: /),
  ]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData(book);
  await expect(getPositions(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("too many requests is an error, never an empty book", async () => {
  const { kite } = await serving([failing(429, "NetworkException", "Too many requests")]);
  await expect(getPositions(kite)).rejects.toMatchObject({ code: "NetworkException", status: 429, retryable: true });
});
