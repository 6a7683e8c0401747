import { expect, test } from "vitest";
import { eventWire, uuid } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getAlertHistory } from "./get-alert-history.ts";

test("asks for the history of one alert", async () => {
  const { kite, server } = await servingData([]);
  expect(await getAlertHistory(kite, uuid)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: `/alerts/${uuid}/history`, query: [], body: "" }]);
});

test("an index has no last trade; raw keeps its placeholder", async () => {
  const { kite, warnings } = await servingData([eventWire]);
  const [event] = await getAlertHistory(kite, uuid);
  expect(event).toMatchObject({ created_at: new Date("2025-06-06T04:08:06Z"), order_meta: null });
  expect(event?.meta[0]).toStrictEqual({
    ...eventWire.meta[0],
    timestamp: new Date("2025-06-06T04:08:05Z"),
    last_trade_time: null,
  });
  expect((await getAlertHistory.raw(kite, uuid)).data).toEqual([eventWire]);
  expect(warnings).toEqual([]);
});

test("keeps an order meta of any shape", async () => {
  const order_meta = { basket: [{ order_id: "1" }] };
  const { kite, warnings } = await servingData([{ ...eventWire, type: "ato", order_meta }]);
  expect((await getAlertHistory(kite, uuid))[0]?.order_meta).toEqual(order_meta);
  expect(warnings).toEqual([]);
});

test.each(["", "..", 1])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData([]);
  await expect(getAlertHistory(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getAlertHistory: uuid: "),
  });
  expect(server.requests).toEqual([]);
});

test("a server that is down is an error, never an empty history", async () => {
  const { kite } = await serving([failing(502, "DataException", "Upstream is down")]);
  await expect(getAlertHistory(kite, uuid)).rejects.toMatchObject({ code: "DataException", retryable: true });
});
