import { cache, type Layer, retry } from "@kite/core";
import type { Answer, ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import { firedWire, singleWire } from "../testing/rows.ts";
import { failing, serving, servingData } from "../testing/serving.ts";
import { getGTT } from "./get-gtt.ts";
import { type ModifyGTTParams, modifyGTT } from "./modify-gtt.ts";

const done: Answer = { json: { status: "success", data: { trigger_id: 112127 } } };
const holding = (data: unknown): Answer => ({ json: { status: "success", data } });
const whole: ModifyGTTParams = {
  trigger_id: 112127,
  type: "single",
  condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [700], last_price: 790 },
  orders: [{ transaction_type: "BUY", quantity: 2, price: 701, product: "CNC" }],
};
const priceChange: ModifyGTTParams = { trigger_id: 112127, orders: [{ price: 703 }] };

/** The JSON in a form, read. */
function sentBy({ body }: Pick<ReceivedRequest, "body">) {
  const { type, condition = "", orders = "" } = Object.fromEntries(new URLSearchParams(body));
  return { type, condition: JSON.parse(condition), orders: JSON.parse(orders) };
}
const routes = (requests: readonly ReceivedRequest[]) => requests.map(({ method, path }) => `${method} ${path}`);
const stored = {
  type: "single",
  condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [702], last_price: 798 },
  orders: [
    {
      ...{ exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", quantity: 1 },
      ...{ order_type: "LIMIT", product: "CNC", price: 702.5 },
    },
  ],
};

test("sends a whole definition as it is, in one request", async () => {
  const { kite, server } = await serving([done]);
  expect(await modifyGTT(kite, whole)).toEqual({ trigger_id: 112127 });
  expect(routes(server.requests)).toEqual(["PUT /gtt/triggers/112127"]);
  expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
  expect(server.requests.map(sentBy)).toEqual([
    {
      type: "single",
      condition: { exchange: "NSE", tradingsymbol: "INFY", trigger_values: [700], last_price: 790 },
      orders: [{ ...stored.orders[0], quantity: 2, price: 701 }],
    },
  ]);
});

test("reads first and sends everything when only a part is given", async () => {
  const { kite, server } = await serving([holding(singleWire), done]);
  expect(await modifyGTT(kite, priceChange)).toEqual({ trigger_id: 112127 });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127", "PUT /gtt/triggers/112127"]);
  expect(server.requests.slice(1).map(sentBy)).toEqual([{ ...stored, orders: [{ ...stored.orders[0], price: 703 }] }]);
});

test("changes triggers together with the last price, and leaves the orders", async () => {
  const { kite, server } = await serving([holding(singleWire), done]);
  await modifyGTT(kite, { trigger_id: 112127, condition: { trigger_values: [705], last_price: 780 } });
  const condition = { ...stored.condition, trigger_values: [705], last_price: 780 };
  expect(server.requests.slice(1).map(sentBy)).toEqual([{ ...stored, condition }]);
});

test("changes one leg of two; undefined is no change", async () => {
  const { kite, server } = await serving([holding({ ...firedWire, status: "active" }), done]);
  await modifyGTT(kite, { trigger_id: 105099, orders: [{}, { quantity: 5, price: undefined }] });
  const [request] = server.requests.slice(1).map(sentBy);
  expect(request?.type).toBe("two-leg");
  expect(request?.orders.map(({ quantity, price }: { quantity: number; price: number }) => [quantity, price])).toEqual([
    [1, 1],
    [5, 1],
  ]);
  expect(request?.orders[1]).not.toHaveProperty("result");
});

test("gives the id; raw keeps everything", async () => {
  const data = { trigger_id: 112127, shiny_new_field: 1 };
  const { kite, warnings } = await servingData(data);
  expect(await modifyGTT(kite, whole)).toStrictEqual({ trigger_id: 112127 });
  expect(await modifyGTT.raw(kite, whole)).toMatchObject({ status: 200, data });
  expect(warnings).toEqual([]);
});

test("raw too reads first when only a part is given", async () => {
  const { kite, server } = await serving([holding(singleWire), done]);
  expect((await modifyGTT.raw(kite, priceChange)).data).toEqual({ trigger_id: 112127 });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127", "PUT /gtt/triggers/112127"]);
});

test("reads past the cache: what was kept may be old", async () => {
  const { kite, server } = await serving(
    [holding({ ...singleWire, orders: [] }), holding(singleWire), done],
    cache({ ttl: 60_000 }),
  );
  await getGTT(kite, 112127);
  await modifyGTT(kite, priceChange);
  expect(server.requests.slice(2).map(sentBy)).toMatchObject([{ orders: [{ quantity: 1, price: 703 }] }]);
});

test.each<[field: string, params: object]>([
  ["trigger_id", { ...priceChange, trigger_id: 0 }],
  ["trigger_id", { ...whole, trigger_id: "112127" }],
  ["condition", { trigger_id: 112127 }],
  ["condition.last_price", { trigger_id: 112127, condition: { trigger_values: [705] } }],
  ["orders", { ...whole, orders: undefined }],
  ["orders[0].product", { ...whole, orders: [{ ...stored.orders[0], product: "MIS" }] }],
])("refuses %s, with nothing sent, in %j", async (field, params) => {
  const { kite, server } = await serving([done]);
  await expect(modifyGTT(kite, params as ModifyGTTParams)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`modifyGTT: ${field}: `),
  });
  expect(server.requests).toEqual([]);
});

test.each<[field: string, odd: object, params: ModifyGTTParams]>([
  ["orders", {}, { trigger_id: 112127, orders: [{}, { price: 703 }] }],
  ["orders[0].price", {}, { trigger_id: 112127, orders: [{ price: -1 }] }],
  ["condition.trigger_values", {}, { trigger_id: 112127, condition: { trigger_values: [700, 800], last_price: 750 } }],
  ["orders[0].product", { orders: [{ ...singleWire.orders[0], product: "MIS" }] }, priceChange],
  ["condition.exchange", { condition: null }, priceChange],
  ["type", { type: "three-leg" }, priceChange],
])("changes nothing when the whole is not valid: %s", async (field, odd, params) => {
  const { kite, server } = await serving([holding({ ...singleWire, ...odd }), done]);
  await expect(modifyGTT(kite, params)).rejects.toMatchObject({
    code: "InvalidInput",
    outcome: "not-sent",
    message: expect.stringContaining(`modifyGTT: ${field}: `),
  });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127"]);
});

test.each([null, [], { trigger_id: 112127 }])("changes nothing when what was read is no GTT: %j", async (data) => {
  const { kite, server } = await serving([holding(data), done]);
  await expect(modifyGTT(kite, priceChange)).rejects.toMatchObject({ code: "SchemaMismatch", outcome: "not-sent" });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127"]);
});

test("a failed read says that nothing was changed", async () => {
  const { kite, server } = await serving([failing(503, "NetworkException", "Upstream is down")]);
  await expect(modifyGTT(kite, priceChange)).rejects.toMatchObject({
    code: "NetworkException",
    status: 503,
    outcome: "not-sent",
    retryable: true,
    message: expect.stringMatching(/^modifyGTT: reading it failed, nothing was changed: Upstream is down/),
  });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127"]);
});

test("the read is repeated after a passing failure, the replacement never", async () => {
  const { kite, server } = await serving(
    [failing(503, "NetworkException", "Upstream is down"), holding(singleWire), { fault: "cut" }],
    retry({ baseDelay: 1 }),
  );
  await expect(modifyGTT(kite, priceChange)).rejects.toMatchObject({ endpoint: "modifyGTT", outcome: "unknown" });
  expect(routes(server.requests)).toEqual([
    "GET /gtt/triggers/112127",
    "GET /gtt/triggers/112127",
    "PUT /gtt/triggers/112127",
  ]);
});

test("the caller's signal ends it between the two", async () => {
  const controller = new AbortController();
  const abortAfterReading: Layer = (next) => async (plan) => {
    const answer = await next(plan);
    controller.abort();
    return answer;
  };
  const { kite, server } = await serving([holding(singleWire), done], abortAfterReading);
  await expect(modifyGTT(kite, priceChange, { signal: controller.signal })).rejects.toMatchObject({
    code: "Aborted",
    outcome: "not-sent",
  });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127"]);
});

test("a deadline is for both requests together", async () => {
  const deadlines: number[] = [];
  const watch: Layer = (next) => (plan) => {
    deadlines.push(plan.deadline ?? 0);
    return next(plan);
  };
  const { kite } = await serving([holding(singleWire), done], watch);
  await modifyGTT(kite, priceChange, { deadline: 60_000 });
  const [read = 0, replacement = 0] = deadlines;
  expect(read).toBe(60_000);
  expect(replacement).toBeGreaterThan(0);
  expect(replacement).toBeLessThan(read);
});

test("a deadline that is over while it reads ends it, with nothing changed", async () => {
  const { kite, server } = await serving([{ fault: "hang" }]);
  await expect(modifyGTT(kite, priceChange, { deadline: 30 })).rejects.toMatchObject({
    code: "Timeout",
    outcome: "not-sent",
  });
  expect(routes(server.requests)).toEqual(["GET /gtt/triggers/112127"]);
});
