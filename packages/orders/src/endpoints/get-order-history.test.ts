import { expect, test } from "vitest";
import { complete, completeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getOrderHistory } from "./get-order-history.ts";

/** A first row: without the keys that histories lack, and with the token 1. */
const { guid, meta, market_protection, exchange_update_timestamp, status_message_raw, validity_ttl, ...rest } =
  completeWire;
const received = { ...rest, status: "PUT ORDER REQ RECEIVED", instrument_token: 1, exchange_timestamp: null };

test("asks for one order's rows", async () => {
  const { kite, server } = await serving([succeeding([received])]);
  await getOrderHistory(kite, "1914227164488687616");
  expect(server.requests).toMatchObject([{ method: "GET", path: "/orders/1914227164488687616", query: [], body: "" }]);
});

test("gives the rows in the server's order; raw keeps everything", async () => {
  const wire = [received, { ...rest, status: "OPEN", more: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  const { order_timestamp, exchange_timestamp } = complete;
  expect(await getOrderHistory(kite, "220303000308932")).toStrictEqual([
    { ...received, order_timestamp },
    { ...rest, status: "OPEN", order_timestamp, exchange_timestamp },
  ]);
  expect((await getOrderHistory.raw(kite, "220303000308932")).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test.each([[220303000308932], [""], [undefined]])("refuses %j as an id, with nothing sent", async (order_id) => {
  const { kite, server } = await serving([succeeding([])]);
  const error = await caught(getOrderHistory(kite, order_id as string));
  expect(error.message).toMatch(/^getOrderHistory: order_id: must be a text/);
  expect(server.requests).toEqual([]);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Couldn't find that `order_id`.")]);
  expect(await caught(getOrderHistory(kite, "1"))).toMatchObject({ status: 404, retryable: false });
});
