import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { failing, serving, servingData } from "../testing/serving.ts";
import { cancelMFOrder } from "./cancel-mf-order.ts";

test("sends the id in the route, and no body", async () => {
  const { kite, server } = await servingData({ order_id: "867572b3" });
  await cancelMFOrder(kite, "867572b3");
  expect(server.requests).toMatchObject([{ method: "DELETE", path: "/mf/orders/867572b3", query: [], body: "" }]);
});

test("gives the id; raw keeps everything", async () => {
  const { kite, warnings } = await servingData({ order_id: "867572b3", shiny_new_field: 1 });
  expect(await cancelMFOrder(kite, "867572b3")).toStrictEqual({ order_id: "867572b3" });
  expect((await cancelMFOrder.raw(kite, "867572b3")).data).toEqual({ order_id: "867572b3", shiny_new_field: 1 });
  expect(warnings).toEqual([]);
});

test.each(["", "..", 1])("refuses %j as an id, with nothing sent", async (odd) => {
  const { kite, server } = await servingData({ order_id: "867572b3" });
  await expect(cancelMFOrder(kite, odd as string)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining("cancelMFOrder: order_id: "),
  });
  expect(server.requests).toEqual([]);
});

test.each<[what: string, answer: Parameters<typeof serving>[0][0], outcome: string]>([
  ["what the API is expected to say", failing(400, "InputException", "Not allowed over the API."), "rejected"],
  ["a cut answer", { fault: "cut" }, "unknown"],
])("is sent once, whatever happens: %s", async (_, answer, outcome) => {
  const { kite, server } = await serving([answer], retry({ baseDelay: 1 }));
  await expect(cancelMFOrder(kite, "867572b3")).rejects.toMatchObject({ endpoint: "cancelMFOrder", outcome });
  expect(server.requests).toHaveLength(1);
});
