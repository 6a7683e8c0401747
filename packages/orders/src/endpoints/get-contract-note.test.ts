import { retry } from "@kite/core";
import { expect, test } from "vitest";
import type { ContractNoteOrder } from "../params/margin-order.ts";
import { charges } from "../testing/samples.ts";
import { caught, failing, serving, succeeding } from "../testing/serving.ts";
import { getContractNote } from "./get-contract-note.ts";

const order: ContractNoteOrder = {
  order_id: "111111111",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  transaction_type: "BUY",
  variety: "regular",
  product: "CNC",
  order_type: "MARKET",
  quantity: 1,
  average_price: 560,
};
const { order_id, average_price, ...rest } = order;
const note = { ...rest, price: 560, charges };

test("sends a bare JSON array of the nine fields", async () => {
  const { kite, server } = await serving([succeeding([note])]);
  await getContractNote(kite, [{ ...order, average_price: 100.1 * 3, more: 1 } as ContractNoteOrder]);
  expect(server.requests).toMatchObject([{ method: "POST", path: "/charges/orders", query: [] }]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/json");
  expect(JSON.parse(server.requests[0]?.body ?? "")).toStrictEqual([{ ...order, average_price: 300.3 }]);
});

test("gives the notes in the order of the request, two of one symbol too; raw keeps everything", async () => {
  const wire = [note, { ...note, charges: { ...charges, total: 5 }, more: 1 }];
  const { kite, warnings } = await serving([succeeding(wire)]);
  const notes = await getContractNote(kite, [order, { ...order, order_id: "x" }]);
  expect(notes).toStrictEqual([note, { ...note, charges: { ...charges, total: 5 } }]);
  expect((await getContractNote.raw(kite, [order, order])).data).toEqual(wire);
  expect(warnings).toEqual([]);
});

test.each<[place: string, orders: unknown]>([
  ["orders", []],
  ["orders[0].order_id", [{ ...order, order_id: 5 }]],
  ["orders[1].average_price", [order, { ...order, average_price: 0 }]],
  ["orders[0].quantity", [{ ...order, quantity: 0.5 }]],
])("refuses %s, with nothing sent", async (place, orders) => {
  const { kite, server } = await serving([succeeding([])]);
  const error = await caught(getContractNote(kite, orders as ContractNoteOrder[]));
  expect(error.message.startsWith(`getContractNote: ${place}: `)).toBe(true);
  expect(server.requests).toEqual([]);
});

test("is asked again after a passing failure, because asking changes nothing", async () => {
  const { kite, server } = await serving([{ fault: "drop" }, succeeding([note])], {}, retry({ baseDelay: 1 }));
  expect(await getContractNote(kite, [order])).toEqual([note]);
  expect(server.requests).toHaveLength(2);
});

test("hands on an error", async () => {
  const { kite } = await serving([failing(400, "InputException", "Invalid `average_price`.")]);
  expect(await caught(getContractNote(kite, [order]))).toMatchObject({ code: "InputException", status: 400 });
});
