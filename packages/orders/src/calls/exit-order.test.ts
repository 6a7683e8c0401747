import { expect, test } from "vitest";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { type ExitOrderParams, exitOrder } from "./exit-order.ts";

const params = { order_id: "220303000308933", parent_order_id: "220303000308932" };

test("cancels the second leg of a cover order, with its parent", async () => {
  const { kite, server } = await serving([succeeding({ order_id: params.order_id })]);
  expect(await exitOrder(kite, params)).toEqual({ order_id: params.order_id });
  expect(server.requests).toMatchObject([
    {
      method: "DELETE",
      path: `/orders/co/${params.order_id}`,
      query: [["parent_order_id", params.parent_order_id]],
    },
  ]);
});

test.each([
  { parent_order_id: undefined },
  { parent_order_id: null },
  { parent_order_id: "" },
  { order_id: undefined },
])("refuses %j, with nothing sent", async (odd) => {
  const { kite, server } = await serving([succeeding({ order_id: "1" })]);
  const error = await caught(exitOrder(kite, { ...params, ...odd } as ExitOrderParams));
  expect(error).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
  expect(error.message).toContain(`${Object.keys(odd)[0]}: `);
  expect(server.requests).toEqual([]);
});

test("hands on an error, and takes the caller's options", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "Upstream is down"), { fault: "hang" }]);
  expect(await caught(exitOrder(kite, params))).toMatchObject({ outcome: "unknown", status: 503 });
  expect(await caught(exitOrder(kite, params, { timeout: 30 }))).toMatchObject({ code: "Timeout" });
});
