import { expect, test } from "vitest";
import { completeWire } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getOrdersByStatus } from "./get-orders-by-status.ts";

const book = ["OPEN", "COMPLETE", "TRIGGER PENDING", "OPEN", "A STATE OF TOMORROW"].map((status, index) => ({
  ...completeWire,
  ...{ status, order_id: String(index) },
}));

test.each([
  ["OPEN", ["0", "3"]],
  [
    ["TRIGGER PENDING", "OPEN"],
    ["0", "2", "3"],
  ],
  ["A STATE OF TOMORROW", ["4"]],
  ["REJECTED", []],
  [[], []],
])("gives the orders that are %j, from one request", async (status, ids) => {
  const { kite, server } = await serving([succeeding(book)]);
  expect((await getOrdersByStatus(kite, status)).map(({ order_id }) => order_id)).toEqual(ids);
  expect(server.requests.map(({ path }) => path)).toEqual(["/orders"]);
});

test("asks for nothing without a status", async () => {
  const { kite, server } = await serving([succeeding(book)]);
  const error = await caught(getOrdersByStatus(kite, undefined as unknown as string));
  expect(error).toMatchObject({ code: "InvalidInput", field: "status" });
  expect(server.requests).toEqual([]);
});

test("an odd row hides no other", async () => {
  const { kite } = await serving([succeeding([null, "row", ...book])]);
  expect(await getOrdersByStatus(kite, "COMPLETE")).toHaveLength(1);
});

test("hands on an error, takes the caller's options, and concludes nothing from an answer that is no list", async () => {
  const { kite } = await serving([failing(503, "NetworkException", "x"), succeeding({}), { fault: "hang" }]);
  expect(await caught(getOrdersByStatus(kite, "OPEN"))).toMatchObject({ status: 503 });
  expect(await caught(getOrdersByStatus(kite, "OPEN"))).toMatchObject({ code: "MalformedAnswer" });
  expect(await caught(getOrdersByStatus(kite, "OPEN", { timeout: 30 }))).toMatchObject({ code: "Timeout" });
});
