import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getHoldingsSummary } from "./get-holdings-summary.ts";

const summary = {
  total_pnl: 6798.23595,
  total_pnl_percent: 16.563125,
  today_pnl: -76.8,
  today_pnl_percent: -0.160269,
  invested_amount: 41044.40405,
  current_value: 47842.64,
};

test("asks for the summary", async () => {
  const { kite, server } = await servingData(summary);
  await getHoldingsSummary(kite);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/portfolio/holdings/summary", query: [], body: "" }]);
});

test("keeps the six figures; raw keeps everything", async () => {
  const data = { ...summary, shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await getHoldingsSummary(kite)).toStrictEqual(summary);
  expect((await getHoldingsSummary.raw(kite)).data).toEqual(data);
  expect(warnings).toEqual([]);
});

test("hands on a figure that is null, and reports it", async () => {
  const { kite, warnings } = await servingData({ ...summary, today_pnl_percent: null });
  expect(await getHoldingsSummary(kite)).toEqual({ ...summary, today_pnl_percent: null });
  expect(warnings).toEqual([expect.stringMatching(/^getHoldingsSummary: data\.today_pnl_percent: /)]);
});

test("refuses a time limit that cannot be kept, and sends nothing", async () => {
  const { kite, server } = await servingData(summary);
  await expect(getHoldingsSummary(kite, { deadline: -1 })).rejects.toMatchObject({ code: "InvalidInput" });
  expect(server.requests).toEqual([]);
});

test("a gateway's page is an error, never a value", async () => {
  const { kite } = await serving([{ status: 502, text: "<html>Bad gateway</html>" }]);
  await expect(getHoldingsSummary(kite)).rejects.toMatchObject({
    code: "HttpError",
    status: 502,
    endpoint: "getHoldingsSummary",
  });
});

test("an unknown route is an error with the server's type", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Route not found")]);
  await expect(getHoldingsSummary(kite)).rejects.toMatchObject({ code: "GeneralException", status: 404 });
});
