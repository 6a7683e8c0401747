import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { createBudget, createKite, type KiteClient, type KiteConfig, type Outcome } from "@kite/core";
import { type Answer, answering, unreachable } from "@kite/testing";
import { describe, expect, onTestFinished, test } from "vitest";
import { cancelOrder, modifyOrder, placeOrder } from "./endpoints/index.ts";
import { limitOrder } from "./testing/samples.ts";
import { caught, failing, succeeding } from "./testing/serving.ts";

// The table of docs/order-outcomes.md, row by row, for each of the three calls that change an order.

type Call = (kite: KiteClient, options?: object) => Promise<unknown>;
const order = { variety: "regular", order_id: "151220000000000" } as const;
const calls: readonly [name: string, call: Call, refused: Call][] = [
  [
    "placeOrder",
    (kite, options) => placeOrder(kite, limitOrder, options),
    (kite) => placeOrder(kite, { ...limitOrder, price: -1 }),
  ],
  [
    "modifyOrder",
    (kite, options) => modifyOrder(kite, { ...order, price: 1421 }, options),
    (kite) => modifyOrder(kite, { ...order, price: -1 }),
  ],
  [
    "cancelOrder",
    (kite, options) => cancelOrder(kite, order, options),
    (kite) => cancelOrder(kite, { ...order, order_id: "" }),
  ],
];

const account = { apiKey: "key", accessToken: "access", onWarning: () => {} };
const answered = (error_type: string, status: number, message = "No.") => failing(status, error_type, message);
const page = (status: number): Answer => ({ status, text: "<html>Sorry</html>" });

/** Answers of the server: what is there, its code, what is known then. */
const answers: readonly [what: string, answer: Answer, code: string, outcome: Outcome][] = [
  ["a wrong field", answered("InputException", 400), "InputException", "rejected"],
  ["no funds", answered("MarginException", 400), "MarginException", "rejected"],
  ["no holdings", answered("HoldingException", 400), "HoldingException", "rejected"],
  ["no authorisation of a sale", answered("HoldingException", 428), "HoldingException", "rejected"],
  ["no session", answered("TokenException", 403), "TokenException", "rejected"],
  [
    "no permission",
    answered("PermissionException", 403, "IP (1.2.3.4) is not allowed"),
    "PermissionException",
    "rejected",
  ],
  ["a problem of the user's", answered("UserException", 403), "UserException", "rejected"],
  ["a definite type with a status of the server's", answered("InputException", 500), "InputException", "rejected"],
  ["a definite type with status 200", answered("MarginException", 200), "MarginException", "rejected"],
  ["no such route", answered("GeneralException", 404), "GeneralException", "rejected"],
  ["a wrong variety", answered("GeneralException", 405), "GeneralException", "rejected"],
  ["too many requests", answered("NetworkException", 429, "Too many requests"), "NetworkException", "rejected"],

  ["400 that says timed out", answered("InputException", 400, "Order request timed out."), "InputException", "unknown"],
  ["400 of the order system", answered("OrderException", 400), "OrderException", "unknown"],
  ["400 of something", answered("GeneralException", 400), "GeneralException", "unknown"],
  ["a request time-out", answered("NetworkException", 408), "NetworkException", "unknown"],
  ["400 that says timeout", answered("OrderException", 400, "Request Timeout at OMS"), "OrderException", "unknown"],
  ["500 of the order system", answered("OrderException", 500), "OrderException", "unknown"],
  ["500 of something", answered("GeneralException", 500), "GeneralException", "unknown"],
  ["502", answered("DataException", 502), "DataException", "unknown"],
  ["503", answered("NetworkException", 503), "NetworkException", "unknown"],
  ["504", answered("NetworkException", 504), "NetworkException", "unknown"],
  ["an error of tomorrow, with 500", answered("ShinyNewException", 500), "ShinyNewException", "unknown"],
  ["an error without certainty, with 200", answered("OrderException", 200), "OrderException", "unknown"],
  ["a gateway's page with 400", page(400), "HttpError", "unknown"],
  ["a gateway's page with 403", page(403), "HttpError", "unknown"],
  ["a gateway's page with 429", page(429), "HttpError", "unknown"],
  ["a gateway's page with 502", page(502), "HttpError", "unknown"],
  ["an empty 504", { status: 504, text: "" }, "HttpError", "unknown"],
  ["a redirect", { status: 307, text: "", headers: { location: "/elsewhere" } }, "HttpError", "unknown"],
  ["a page with 200", page(200), "MalformedAnswer", "unknown"],
  ["garbage with 200", { text: "{{", headers: { "content-type": "application/json" } }, "MalformedAnswer", "unknown"],
  ["JSON without data", { json: { status: "success" } }, "MalformedAnswer", "unknown"],
  ["no answer", { fault: "hang" }, "Timeout", "unknown"],
  ["an answer that stalls", { fault: "stall" }, "Timeout", "unknown"],
  ["a connection closed without an answer", { fault: "drop" }, "ConnectionFailed", "unknown"],
  ["a body that is cut", { fault: "cut" }, "ConnectionFailed", "unknown"],
];

describe.each(calls)("%s", (_, call, refused) => {
  const failed = async (config: Partial<KiteConfig> & object, options?: object) =>
    caught(call(createKite({ ...account, timeout: 10_000, ...config } as KiteConfig), options));

  test.each(answers)("%s", async (_what, answer, code, outcome) => {
    const server = await answering(answer);
    // a slow machine must not make a time-out of an answer
    const limit = code === "Timeout" ? { timeout: 200 } : {};
    expect(await failed({ environment: server.environment, ...limit })).toMatchObject({ code, outcome });
    expect(server.requests).toHaveLength(1);
  });

  test("refused here", async () => {
    const server = await answering(succeeding({}));
    const kite = createKite({ ...account, environment: server.environment });
    expect(await caught(refused(kite))).toMatchObject({ code: "InvalidInput", outcome: "not-sent" });
    expect(await failed({ environment: server.environment, accessToken: undefined })).toMatchObject({
      ...{ code: "TokenException", outcome: "not-sent" },
    });
    const signal = AbortSignal.abort();
    expect(await failed({ environment: server.environment }, { signal })).toMatchObject({
      ...{ code: "Aborted", outcome: "not-sent" },
    });
    expect(server.requests).toHaveLength(0);
  });

  test("refused by the queue", async () => {
    const server = await answering(succeeding({ order_id: "1" }));
    const { environment } = server;
    const limits = { order: { second: 1 } };
    const busy = createKite({ ...account, environment, rateLimit: { budget: createBudget({ limits }) } });
    await call(busy);
    expect(await caught(call(busy, { deadline: 20 }))).toMatchObject({ outcome: "not-sent" });
    const controller = new AbortController();
    const waiting = caught(call(busy, { signal: controller.signal }));
    setTimeout(() => controller.abort(), 20);
    expect(await waiting).toMatchObject({ code: "Aborted", outcome: "not-sent" });
    expect(server.requests).toHaveLength(1);
  });

  test("no connection", async () => {
    for (const environment of [await unreachable(), { root: "https://nobody.invalid" }])
      expect(await failed({ environment, timeout: 5_000 })).toMatchObject({
        ...{ code: "ConnectionFailed", outcome: "not-sent" },
      });
  });

  test("cut while it is being sent", async () => {
    const server = createServer((socket) => socket.once("data", () => socket.destroy())).listen(0, "127.0.0.1");
    await once(server, "listening");
    onTestFinished(() => void server.close());
    const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await failed({ environment: { root } })).toMatchObject({ code: "ConnectionFailed", outcome: "unknown" });
  });

  test("ended by the caller on the wire", async () => {
    const server = await answering({ fault: "hang" });
    const { environment } = server;
    expect(await failed({ environment, timeout: 5_000 }, { deadline: 30 })).toMatchObject({
      ...{ code: "Timeout", outcome: "unknown" },
    });
    const controller = new AbortController();
    const onSend = () => void setTimeout(() => controller.abort(), 30);
    expect(await failed({ environment, timeout: 5_000 }, { signal: controller.signal, onSend })).toMatchObject({
      ...{ code: "Aborted", outcome: "unknown" },
    });
  });

  test("an answer that is not as documented", async () => {
    const { environment } = await answering(succeeding({ shiny: true }));
    expect(await failed({ environment, validate: "strict" })).toMatchObject({
      ...{ code: "SchemaMismatch", outcome: "unknown" },
    });
  });
});

test("the day's orders are used up: nothing is sent", async () => {
  const server = await answering(succeeding({ order_id: "1" }));
  const budget = createBudget({ limits: { order: { second: 10, day: 1 } } });
  const kite = createKite({ ...account, environment: server.environment, rateLimit: { budget } });
  await placeOrder(kite, limitOrder);
  expect(await caught(placeOrder(kite, limitOrder))).toMatchObject({ code: "RateLimited", outcome: "not-sent" });
  expect(server.requests).toHaveLength(1);
});
