import { cache, createKite, retry } from "@kite/core";
import type { Order } from "@kite/models";
import { unreachable } from "@kite/testing";
import { afterEach, describe, expect, test, vi } from "vitest";
import type { PlaceOrderParams } from "../params/place-order-params.ts";
import { fakeStream } from "../testing/fake-stream.ts";
import { complete, limitOrder } from "../testing/samples.ts";
import { caught, failing, formOf, succeeding } from "../testing/serving.ts";
import { smallExchange, smallExchangeInside } from "../testing/small-exchange.ts";
import type { PlaceAndConfirmOptions } from "./confirm-options.ts";
import type { ConfirmStage } from "./confirm-stage.ts";
import { placeAndConfirm } from "./place-and-confirm.ts";

afterEach(() => void vi.useRealTimers());

/** Four looks, soon. */
const looks = [1, 2, 4, 8];

describe("after a clear answer", () => {
  test("gives the order as the book shows it, under a tag of its own", async () => {
    const { kite, server, count } = await smallExchange();
    const result = await placeAndConfirm(kite, { ...limitOrder, tag: "rebalance7" }, { looks });
    expect(result.tag).toMatch(/^rebalance7[A-Za-z0-9]{10}$/);
    expect(formOf(server.requests[0])).toMatchObject({ tag: result.tag, quantity: "10" });
    expect(result).toMatchObject({
      outcome: "placed",
      order: { status: "OPEN", tag: result.tag, order_timestamp: complete.order_timestamp },
      facts: { looks: 1, failedLooks: 0, doubt: undefined },
    });
    if (result.outcome !== "placed") throw new Error(result.outcome);
    expect(result.answer).toEqual({ order_id: result.order_id });
    expect(result.orders).toEqual([result.order]);
    expect(count("POST")).toBe(1);
  });

  test("waits for an order that surfaces late, and through a state that decides nothing", async () => {
    const { kite, count } = await smallExchange(
      (_, enter) => succeeding({ order_id: enter().order_id }),
      (book, reads) =>
        succeeding(reads < 3 ? [] : book.map((row) => (reads < 4 ? { ...row, status: "VALIDATION PENDING" } : row))),
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "placed", order: { status: "OPEN" } });
    expect(count("GET")).toBe(4);
  });

  test("is placed even if the book never shows it", async () => {
    const { kite } = await smallExchange(
      () => succeeding({ order_id: "151220000000000" }),
      () => succeeding([]),
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "placed", order_id: "151220000000000", order: undefined, orders: [] });
  });

  test("is rejected when the book shows that the risk system would not have it", async () => {
    const { kite } = await smallExchange((_, enter) => {
      const { order_id } = enter({
        status: "REJECTED",
        status_message: "Insufficient funds. Required margin is 14205",
      });
      return succeeding({ order_id });
    });
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({
      outcome: "rejected",
      reason: "Insufficient funds. Required margin is 14205",
      error: { code: "OrderRejected", outcome: "rejected" },
      order: { status: "REJECTED" },
    });
  });
});

describe("after a doubtful answer", () => {
  const doubts = [
    ["no answer", { fault: "hang" }],
    ["a connection that breaks", { fault: "drop" }],
    ["a body that breaks off", { fault: "cut" }],
    ["an answer that stalls", { fault: "stall" }],
    ["a gateway's page", { status: 504, text: "<html>Gateway Time-out</html>" }],
    ["a page with status 200", { text: "<html>busy</html>" }],
    ["an error of the order system", failing(503, "NetworkException", "Upstream is down")],
    [
      "a time-out told with 400",
      failing(400, "InputException", "Order request timed out. Please check the order book"),
    ],
    ["an answer that names no order", succeeding({ status: "ok" })],
  ] as const;

  test.each(doubts)("%s: finds the live order by its tag, and sends nothing again", async (_, answer) => {
    const { kite, count } = await smallExchange(
      (_form, enter) => {
        enter();
        return answer;
      },
      undefined,
      { onWarning: () => {} },
      retry({ baseDelay: 1 }),
      cache(),
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "placed", order: { tag: result.tag }, answer: undefined });
    expect(result.facts.doubt).toMatchObject({ outcome: "unknown" });
    expect(count("POST")).toBe(1);
  });

  test.each(doubts)("%s: is unknown when the book never shows it", async (_, answer) => {
    const { kite, count } = await smallExchange(() => answer, undefined, { onWarning: () => {} });
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({
      outcome: "unknown",
      error: { outcome: "unknown", retryable: false },
      facts: { looks: 4, failedLooks: 0 },
    });
    if (result.outcome !== "unknown") throw new Error(result.outcome);
    expect(result.error.message).toContain(`no order with the tag ${result.tag} in 4 looks`);
    expect(result.error.cause).toBe(result.facts.doubt);
    expect(count("POST")).toBe(1);
    expect(count("GET")).toBe(4);
  });

  test("looks that fail are told of in the message, and the doubtful answer stays the cause", async () => {
    const { kite } = await smallExchange(
      () => ({ fault: "drop" }),
      (_, reads) => failing(403, "TokenException", `gone ${reads}`),
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result.error?.message).toMatch(
      /in 0 looks at the book, and 4 looks failed; .* The last look that failed: getOrders: gone 4/,
    );
    expect(result.error?.cause).toBe(result.facts.doubt);
  });

  test("finds the tag among the tags alone, beside rows that are not as documented", async () => {
    const { kite } = await smallExchange(
      ({ tag = "" }, enter) => {
        enter({ tag: null, tags: ["mktp", tag], quantity: "10" as never });
        return { fault: "drop" };
      },
      (book) => succeeding([null, 5, { order_id: 7, tags: "odd" }, { tag: ["x"] }, ...book]),
      { validate: "strict" },
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "placed", order: { status: "OPEN", quantity: "10" } });
  });

  test("a look that fails is not the end, whatever it fails with", async () => {
    const { kite, count } = await smallExchange(
      (_, enter) => {
        enter();
        return { fault: "drop" };
      },
      (book, reads) =>
        [failing(503, "NetworkException", "down"), succeeding("no list"), failing(403, "TokenException", "gone")][
          reads - 1
        ] ?? succeeding(book),
      { onWarning: () => {} },
    );
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "placed", facts: { looks: 1, failedLooks: 3 } });
    expect(count("GET")).toBe(4);
  });

  test("the refusal of an order that was taken is found in the book", async () => {
    const { kite } = await smallExchange((_, enter) => {
      enter({ status: "REJECTED", status_message: null, status_message_raw: "RMS:Blocked" });
      return { fault: "drop" };
    });
    expect(await placeAndConfirm(kite, limitOrder, { looks })).toMatchObject({
      outcome: "rejected",
      reason: "RMS:Blocked",
    });
  });

  test("orders that are alike but carry no tag are shown, and nothing is concluded from them", async () => {
    const now = "2030-01-01 10:00:00";
    const { kite } = await smallExchange((_, enter) => {
      enter({ tag: null, order_timestamp: now });
      enter({ tag: "somebodyElse", order_timestamp: now });
      enter({ tag: null, order_timestamp: now, tradingsymbol: "SBIN" });
      enter({ tag: null, order_timestamp: "2020-01-01 10:00:00" });
      return { fault: "drop" };
    });
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result.outcome).toBe("unknown");
    expect(result.outcome === "unknown" && result.lookalikes).toMatchObject([{ tag: null, tradingsymbol: "INFY" }]);
  });

  test("looks after 1, 3, 7, 15, 30, 60 and 120 seconds, and leaves no timer behind", async () => {
    vi.useFakeTimers();
    const times: number[] = [];
    const kite = smallExchangeInside((method) => {
      if (method === "GET") times.push(performance.now());
      return method === "POST" ? { nothing: "useful" } : [];
    });
    const stages: ConfirmStage[] = [];
    const confirmed = placeAndConfirm(kite, limitOrder, { onStage: (stage) => void stages.push(stage) });
    // The part that is loaded later arrives in real time.
    await vi.waitUntil(() => vi.getTimerCount() > 0 && stages.length > 0);
    const start = performance.now();
    await vi.advanceTimersByTimeAsync(125_000);
    expect((await confirmed).outcome).toBe("unknown");
    const seconds = times.map((time) => Math.round((time - start) / 100) / 10);
    expect(seconds).toEqual([1, 3, 7, 15, 30, 60, 120]);
    const planned = stages.flatMap((each) => (each.stage === "looking" ? [Number(each.nextAt) - Number(each.at)] : []));
    expect(planned.slice(0, 6)).toEqual([2_000, 4_000, 8_000, 15_000, 30_000, 60_000]);
    expect(planned[6]).toBeNaN();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe("refused", () => {
  test.each([
    ["by the server", failing(400, "MarginException", "Insufficient funds"), "MarginException"],
    ["by the rate limit", failing(429, "NetworkException", "Too many requests"), "NetworkException"],
    ["for want of authorisation", failing(428, "HoldingException", "needs authorisation"), "HoldingException"],
  ])("%s: ends as rejected, and nothing is looked for", async (_, answer, code) => {
    const { kite, count } = await smallExchange(() => answer);
    const result = await placeAndConfirm(kite, limitOrder, { looks });
    expect(result).toMatchObject({ outcome: "rejected", error: { code, outcome: "rejected" }, order: undefined });
    expect([count("POST"), count("GET")]).toEqual([1, 0]);
  });

  test("slice by slice", async () => {
    const error = { code: 400, error_type: "MarginException", message: "Insufficient funds", data: null };
    const { kite } = await smallExchange(() => succeeding({ order_id: "1", children: [{ error }, { error }] }));
    const result = await placeAndConfirm(kite, { ...limitOrder, autoslice: true }, { looks });
    expect(result).toMatchObject({ outcome: "rejected", error: { code: "MarginException" } });
  });

  test("without a connection it was not sent", async () => {
    const { kite } = await smallExchange();
    const lost = createKite({ apiKey: "key", accessToken: "t", environment: await unreachable() });
    const result = await placeAndConfirm(lost, limitOrder, { looks });
    expect(result).toMatchObject({
      outcome: "rejected",
      error: { code: "ConnectionFailed", outcome: "not-sent" },
      facts: { looks: 0 },
    });
    expect(kite.session.accessToken).toBe("access");
  });

  test("an update that shows the order weighs more than an answer that denies it", async () => {
    const stream = fakeStream();
    const { kite } = await smallExchange((form, enter) => {
      stream.say({ ...complete, ...(enter() as object as Order), tag: form.tag ?? "" });
      return failing(400, "InputException", "Invalid `price`.");
    });
    const result = await placeAndConfirm(kite, limitOrder, { looks, updates: stream });
    expect(result).toMatchObject({ outcome: "placed", facts: { updates: 1 } });
  });
});

describe("order updates", () => {
  test("tell without a read of the book", async () => {
    const stream = fakeStream();
    const { kite, count } = await smallExchange((form, enter) => {
      const { order_id } = enter();
      stream.say({ ...complete, order_id, tag: form.tag ?? null });
      return succeeding({ order_id });
    });
    const result = await placeAndConfirm(kite, limitOrder, { looks, updates: stream });
    expect(result).toMatchObject({ outcome: "placed", order: { status: "COMPLETE" }, facts: { updates: 1, looks: 0 } });
    expect(count("GET")).toBe(0);
    expect(stream.listeners()).toBe(0);
  });

  test("end the wait between two looks", async () => {
    const stream = fakeStream();
    let tag: string | undefined;
    const { kite, count } = await smallExchange((form) => {
      tag = form.tag;
      return { fault: "drop" };
    });
    const onStage = ({ stage }: ConfirmStage) => {
      if (stage !== "doubtful") return;
      stream.say({ ...complete, order_id: "1", tag: "another" });
      setTimeout(() => stream.say({ ...complete, order_id: "2", tag: null, tags: [tag ?? ""] }), 5);
    };
    const result = await placeAndConfirm(kite, limitOrder, { looks: [60_000], updates: stream, onStage });
    expect(result).toMatchObject({ outcome: "placed", order_id: "2", facts: { updates: 1, looks: 0 } });
    expect(count("GET")).toBe(0);
  });
});

describe("slices", () => {
  const large: PlaceOrderParams = { ...limitOrder, quantity: 30, autoslice: true };
  const slice = (umbrella: string) => ({ quantity: 10, tags: ["autoslice", `autoslice:${umbrella}`] });

  test("are all in the result, known by their umbrella", async () => {
    const { kite } = await smallExchange((_, enter) => {
      const children = [1, 2].map(() => ({ order_id: enter({ ...slice("77"), tag: null }).order_id }));
      const error = { code: 400, error_type: "MarginException", message: "no more", data: null };
      return succeeding({ order_id: "77", children: [...children, { error }] });
    });
    const result = await placeAndConfirm(kite, large, { looks });
    if (result.outcome !== "placed") throw new Error(result.outcome);
    expect(result.orders.map(({ order_id }) => order_id)).toEqual(
      result.answer?.children?.flatMap((each) => ("order_id" in each ? each.order_id : [])),
    );
    expect(result.order_id).toBe(result.orders[0]?.order_id);
  });

  const lost = { error: { code: 504, error_type: "NetworkException", message: "Gateway timed out", data: null } };

  test("that the answer leaves in doubt are looked for, and are in the result", async () => {
    const { kite } = await smallExchange(
      ({ tag }, enter) => {
        const [first] = [1, 2, 3].map(() => enter({ ...slice("79"), tag: tag ?? null }));
        return succeeding({ order_id: "79", children: [{ order_id: first?.order_id }, lost, lost] });
      },
      (book, reads) => succeeding(book.slice(0, reads)),
    );
    const result = await placeAndConfirm(kite, large, { looks });
    expect(result.outcome === "placed" && result.order_ids).toHaveLength(3);
  });

  test("of which one was rejected and another is in doubt leave the doubt; with none in the book the named one counts", async () => {
    for (const [isShown, outcome] of [
      [true, "unknown"],
      [false, "placed"],
    ] as const) {
      const { kite } = await smallExchange(
        ({ tag }, enter) => {
          const { order_id } = enter({ ...slice("80"), tag: tag ?? null, status: "REJECTED" });
          return succeeding({ order_id: "80", children: [{ order_id }, lost] });
        },
        (book) => succeeding(isShown ? book : []),
      );
      expect(await placeAndConfirm(kite, large, { looks })).toMatchObject({ outcome });
    }
  });

  test("of which the answer names none are looked for", async () => {
    const { kite } = await smallExchange(({ tag }, enter) => {
      enter({ quantity: 30, tag: tag ?? null });
      return succeeding({ order_id: "81", children: [] });
    });
    expect(await placeAndConfirm(kite, large, { looks })).toMatchObject({ outcome: "placed", facts: { looks: 1 } });
  });

  test("that were all left in doubt are looked for", async () => {
    const { kite } = await smallExchange(({ tag }, enter) => {
      enter({ quantity: 30, tag: tag ?? null });
      return succeeding([lost, lost]);
    });
    const result = await placeAndConfirm(kite, large, { looks });
    expect(result).toMatchObject({ outcome: "placed", facts: { doubt: { code: "NetworkException" } } });
  });

  test("after a doubtful answer are looked for until they make up the quantity", async () => {
    const { kite, count } = await smallExchange(
      ({ tag }, enter) => {
        enter({ ...slice("78"), tag: tag ?? null });
        for (const _ of [2, 3]) enter({ ...slice("78"), tag: null });
        return { fault: "drop" };
      },
      (book, reads) => succeeding(book.slice(0, reads)),
    );
    const result = await placeAndConfirm(kite, large, { looks });
    expect(result.outcome === "placed" && result.orders).toHaveLength(3);
    expect(count("GET")).toBe(3);
  });
});

test("slices that were refused say nothing about those that have not been seen", async () => {
  const { kite } = await smallExchange((_, enter) => {
    enter({ status: "REJECTED", quantity: 10 });
    return { fault: "drop" };
  });
  const result = await placeAndConfirm(kite, { ...limitOrder, quantity: 30, autoslice: true }, { looks });
  expect(result).toMatchObject({ outcome: "unknown", lookalikes: [{ status: "REJECTED", quantity: 10 }] });
});

test.each([
  { order_id: "" },
  { order_id: "82", children: "none" },
  { order_id: 82, children: {} },
  [[{ order_id: "82" }]],
  [{ error: "no" }],
])("an answer of %j is told of by the book, and throws nothing", async (answer) => {
  for (const isShown of [true, false]) {
    const { kite } = await smallExchange(
      (_, enter) => succeeding(enter({ order_id: "82" }) && answer),
      (book) => succeeding(isShown ? book : []),
    );
    const result = await placeAndConfirm(kite, { ...limitOrder, autoslice: true }, { looks });
    const isNamed = "order_id" in answer && answer.order_id === "82";
    expect(result.outcome).toBe(isShown || isNamed ? "placed" : "unknown");
    if (result.outcome === "placed") expect(result.order_ids).toEqual(["82"]);
  }
});

describe("ended by the caller", () => {
  test("before the request has left: rejected, and not sent", async () => {
    const { kite, count } = await smallExchange();
    const result = await placeAndConfirm(kite, limitOrder, { looks, signal: AbortSignal.abort() });
    expect(result).toMatchObject({ outcome: "rejected", error: { code: "Aborted", outcome: "not-sent" } });
    expect(count("POST")).toBe(0);
  });

  test("on the wire: unknown, with the facts", async () => {
    const { kite, count } = await smallExchange(() => ({ fault: "hang" }));
    const controller = new AbortController();
    const onStage = ({ stage }: ConfirmStage) => {
      if (stage === "sent") setTimeout(() => controller.abort(), 20);
    };
    const result = await placeAndConfirm(kite, limitOrder, { looks, signal: controller.signal, onStage });
    expect(result).toMatchObject({ outcome: "unknown", error: { code: "Aborted" }, facts: { looks: 0 } });
    expect(result.facts.sentAt).toBeInstanceOf(Date);
    expect(count("POST")).toBeLessThanOrEqual(1);
  });

  test("while looking: unknown; after a clear answer: placed", async () => {
    for (const [answer, outcome] of [
      [{ fault: "drop" }, "unknown"],
      [succeeding({ order_id: "1" }), "placed"],
    ] as const) {
      const { kite } = await smallExchange(
        () => answer,
        () => ({ fault: "hang" }),
      );
      const controller = new AbortController();
      const onStage = ({ stage }: ConfirmStage) => {
        if (stage === "looking") setTimeout(() => controller.abort(), 20);
      };
      const result = await placeAndConfirm(kite, limitOrder, { looks, signal: controller.signal, onStage });
      expect(result).toMatchObject({ outcome, facts: { looks: 0, failedLooks: 0 } });
    }
  });
});

test("many confirmations share their reads of the book", async () => {
  const { kite, count } = await smallExchange(
    (_, enter) => {
      enter();
      return { fault: "drop" };
    },
    (book) => ({ json: { status: "success", data: [...book] }, delay: 100 }),
  );
  const results = await Promise.all(
    Array.from({ length: 60 }, () => placeAndConfirm(kite, limitOrder, { looks: [100, 200] })),
  );
  expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(["placed"]));
  expect(new Set(results.map((result) => result.outcome === "placed" && result.order_id)).size).toBe(60);
  expect(count("POST")).toBe(60);
  expect(count("GET")).toBeLessThanOrEqual(20);
});

test("tells each step with its time; what the listener throws is nobody's business", async () => {
  const { kite } = await smallExchange();
  const stages: ConfirmStage[] = [];
  const onStage = (stage: ConfirmStage) => {
    stages.push(stage);
    throw new Error("mine");
  };
  const { tag } = await placeAndConfirm(kite, limitOrder, { looks, onStage });
  expect(stages.map(({ stage }) => stage)).toEqual(["queued", "sent", "answered", "looking", "found", "done"]);
  for (const stage of stages) expect(stage).toMatchObject({ at: expect.any(Date), tag });
});

describe("refuses, with nothing sent,", () => {
  test.each<[field: string, params: object, options: object]>([
    ["price", { price: -1 }, {}],
    ["validty", { validty: "DAY" }, {}],
    ["tag", { tag: "thirteenchars" }, {}],
    ["tag", { tag: "no-dash" }, {}],
    ["tag", { tag: "" }, {}],
    ["intent", {}, { intent: {} }],
    ["looks", {}, { looks: ["1"] }],
    ["looks", {}, { looks: 5 }],
    ["updates", {}, { updates: {} }],
    ["intents", {}, { intents: {} }],
    ["timeout", {}, { timeout: -1 }],
  ])("%s in %j, %j", async (field, params, options) => {
    const { kite, count } = await smallExchange();
    const call = placeAndConfirm(
      kite,
      { ...limitOrder, ...params } as PlaceOrderParams,
      options as PlaceAndConfirmOptions,
    );
    expect(await caught(call)).toMatchObject({ code: "InvalidInput", field, outcome: "not-sent" });
    expect(count("POST")).toBe(0);
  });

  test("params that are not there", async () => {
    const { kite } = await smallExchange();
    const error = await caught(placeAndConfirm(kite, undefined as never));
    expect(error.message).toMatch(/^placeAndConfirm: variety: /);
  });
});
