import { expect, test } from "vitest";
import { complete, completeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getOrders } from "./get-orders.ts";

test("asks for the book, signed, without parameters", async () => {
  const { kite, server } = await serving([succeeding([])]);
  expect(await getOrders(kite)).toEqual([]);
  expect(server.requests).toMatchObject([{ method: "GET", path: "/orders", query: [], body: "" }]);
  expect(server.requests[0]?.headers).toMatchObject({ authorization: "token key:access" });
});

test("keeps the documented fields with times as Dates; raw keeps everything", async () => {
  const wire = [{ ...completeWire, shiny_new_field: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  expect(await getOrders(kite)).toStrictEqual([complete]);
  expect(await getOrders.raw(kite)).toMatchObject({ status: 200, data: wire });
  expect(warnings).toEqual([]);
});

test("takes the odd rows of a day", async () => {
  const odd = [
    { tag: null, tags: ["autoslice", "autoslice:220303000308932"], order_id: "1914227164488687616" },
    { status: "CANCELLED", pending_quantity: 1, cancelled_quantity: 1, filled_quantity: 0 },
    { status: "REJECTED", filled_quantity: 0, status_message: "Insufficient funds" },
    { status: "A STATE OF TOMORROW", meta: "{}" },
  ];
  const { kite, warnings } = await serving([succeeding(odd.map((row) => ({ ...completeWire, ...row })))]);
  expect(await getOrders(kite)).toEqual(odd.map((row) => ({ ...complete, ...row })));
  expect(warnings).toEqual([]);
});

test("one odd row hides no other, and is reported", async () => {
  const { kite, warnings } = await serving([succeeding([{ ...completeWire, order_id: 5 }, completeWire])]);
  expect(await getOrders(kite)).toEqual([{ ...complete, order_id: 5 }, complete]);
  expect(warnings).toEqual([expect.stringMatching(/^getOrders: data\[0\]\.order_id: /)]);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "Upstream is down")]);
  expect(await caught(getOrders(kite))).toMatchObject({ code: "NetworkException", status: 503, retryable: true });
});
