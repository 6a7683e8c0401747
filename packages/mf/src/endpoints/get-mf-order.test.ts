import { expect, test } from "vitest";
import { order, orderWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getMFOrder } from "./get-mf-order.ts";

test("asks for one, by its id in the route", async () => {
  const { kite, server } = await servingData(orderWire);
  await getMFOrder(kite, orderWire.order_id);
  expect(server.requests).toMatchObject([
    { method: "GET", path: `/mf/orders/${orderWire.order_id}`, query: [], body: "" },
  ]);
});

test("keeps the documented fields, its time as Date; raw keeps everything as sent", async () => {
  const { kite, warnings } = await servingData({ ...orderWire, shiny_new_field: 1 });
  expect(await getMFOrder(kite, "1")).toStrictEqual(order);
  expect((await getMFOrder.raw(kite, "1")).data).toEqual({ ...orderWire, shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each(["", ".", 1])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData(orderWire);
  await expect(getMFOrder(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    message: expect.stringContaining("getMFOrder: order_id: "),
  });
  expect(server.requests).toEqual([]);
});

test("an unknown id is an error", async () => {
  const { kite } = await serving([failing(404, "GeneralException", "Order not found")]);
  await expect(getMFOrder(kite, "1")).rejects.toMatchObject({ status: 404, endpoint: "getMFOrder" });
});
