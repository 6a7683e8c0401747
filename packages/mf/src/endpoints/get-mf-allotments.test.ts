import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFAllotments } from "./get-mf-allotments.ts";

test("asks for the list, and gives ISINs, typed and raw", async () => {
  const { kite, server, warnings } = await servingData(["INF174K01LS2", "INF209K01VA3"]);
  expect(await getMFAllotments(kite)).toEqual(["INF174K01LS2", "INF209K01VA3"]);
  expect((await getMFAllotments.raw(kite)).data).toEqual(["INF174K01LS2", "INF209K01VA3"]);
  expect(server.requests[0]).toMatchObject({ method: "GET", path: "/mf/allotments", query: [], body: "" });
  expect(warnings).toEqual([]);
});

test("hands on what is no ISIN, and reports it", async () => {
  const { kite, warnings } = await servingData(["INF174K01LS2", null]);
  expect(await getMFAllotments(kite)).toEqual(["INF174K01LS2", null]);
  expect(warnings).toEqual([expect.stringMatching(/^getMFAllotments: data\[1\]: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData([]);
  await expect(getMFAllotments(kite, { timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("an unknown route is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Route not found")]);
  await expect(getMFAllotments(kite)).rejects.toMatchObject({ status: 404, endpoint: "getMFAllotments" });
});
