import { expect, test } from "vitest";
import { scripted } from "../testing/scripted.ts";

const good = { json: { status: "success", data: [] } } as const;
const place = (body: string): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/x-www-form-urlencoded" },
  body,
});

test("a redirect of the server behind is not followed: the token would go with it", async () => {
  const { ask, asked } = await scripted(({ path }) =>
    path === "/orders" ? { status: 307, headers: { location: "/elsewhere" }, text: "" } : good,
  );
  const answer = await ask("/orders");
  expect([answer.status, answer.headers.get("location")]).toEqual([502, null]);
  expect(asked().map(({ path }) => path)).toEqual(["/orders"]);
});

test("a 429 of Kite comes with its Retry-After and holds back the account's next calls", async () => {
  const busy = { status: "error", error_type: "NetworkException", message: "Too many requests", data: null };
  const { ask, asked } = await scripted(
    ({ path }) => (path === "/orders" ? { status: 429, headers: { "retry-after": "7" }, json: busy } : good),
    { limits: { waiting: 100 } },
  );
  const refused = await ask("/orders");
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "7"]);
  expect((await ask("/trades")).status).toBe(429);
  expect(asked()).toHaveLength(1);
});

test.each([
  [{ text: "<html>", headers: { "content-type": "text/html" } }, 502],
  [{ text: '{"status":"succ', headers: { "content-type": "application/json" } }, 502],
  [{ status: 503, text: "" }, 503],
  [{ status: 404, json: { nothing: "of Kite" } }, 502],
  [{ fault: "drop" }, 502],
  [{ fault: "cut" }, 502],
] as const)("%j is no answer of Kite", async (answer, status) => {
  const { ask } = await scripted(() => answer);
  const given = await ask("/orders");
  expect(given.status).toBe(status);
  expect(await given.json()).toMatchObject({ status: "error", error_type: "NetworkException" });
});

test("a write is sent once, and what may have taken effect is told as such", async () => {
  const { ask, asked } = await scripted(() => ({ fault: "hang" }), { limits: { upstream: 200 } });
  const answer = await ask("/orders/regular", place("quantity=1"));
  expect(answer.status).toBe(504);
  expect(await answer.text()).toContain("it may have taken effect");
  expect(asked()).toHaveLength(1);
});

test("a write whose connection breaks is not sent again", async () => {
  const { ask, asked } = await scripted(() => ({ fault: "drop" }));
  const answer = await ask("/orders/regular", place("quantity=1"));
  expect([answer.status, asked().length]).toEqual([502, 1]);
});

test("forms and JSON arrive as they were meant, encoded anew", async () => {
  const { ask, asked } = await scripted(() => good);
  await ask("/orders/regular", place("tradingsymbol=M%26M&tag=a+b&operator=%3E%3D"));
  expect(asked()[0]).toMatchObject({
    method: "POST",
    path: "/orders/regular",
    body: "tradingsymbol=M%26M&tag=a+b&operator=%3E%3D",
  });
  await ask("/margins/orders", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: '[ {"quantity": 1} ]',
  });
  expect(asked()[1]).toMatchObject({ path: "/margins/orders", body: '[{"quantity":1}]' });
  await ask("/quote?i=NSE:INFY&i=NSE:M%26M");
  expect(asked()[2]?.query).toEqual([
    ["i", "NSE:INFY"],
    ["i", "NSE:M&M"],
  ]);
});

test.each([
  ["/orders/regular", "application/json", "[]"],
  ["/margins/orders", "application/x-www-form-urlencoded", "a=1"],
  ["/margins/orders", "application/json", "{}"],
  ["/margins/orders", "application/json", "[1"],
])("%s takes no %s with %s", async (path, type, body) => {
  const { ask, asked } = await scripted(() => good);
  const answer = await ask(path, { method: "POST", headers: { "content-type": type }, body });
  expect([answer.status, (await answer.json()).error_type]).toEqual([400, "InputException"]);
  expect(asked()).toEqual([]);
});

test("the environment's prefix stands before every route but the lists of instruments", async () => {
  const csv = { headers: { "content-type": "text/csv" }, text: "instrument_token\n1\n" };
  const { ask, asked } = await scripted(({ path }) => (path === "/instruments" ? csv : good), {}, "/oms");
  await ask("/orders");
  expect(await (await ask("/instruments")).text()).toBe("instrument_token\n1\n");
  expect(asked().map(({ path }) => path)).toEqual(["/oms/orders", "/instruments"]);
});

test("orders alone leave by their own way", async () => {
  const sent: string[] = [];
  const { ask, asked } = await scripted(() => good, {
    orderTransport: async ({ method, url, body }) => {
      sent.push(`${method} ${new URL(url).pathname} ${body}`);
      const text = JSON.stringify({ status: "success", data: { order_id: "1" } });
      return { status: 200, headers: new Headers({ "content-type": "application/json" }), text };
    },
  });
  expect(await (await ask("/orders/regular", place("quantity=1"))).json()).toMatchObject({ data: { order_id: "1" } });
  await ask("/orders");
  expect(sent).toEqual(["POST /orders/regular quantity=1"]);
  expect(asked().map(({ path }) => path)).toEqual(["/orders"]);
});

test("a list of instruments that broke off is not kept", async () => {
  let turn = 0;
  const { ask, asked } = await scripted(() => {
    turn += 1;
    return turn === 1 ? { fault: "cut" } : { headers: { "content-type": "text/csv" }, text: "instrument_token\n1\n" };
  });
  await (await ask("/instruments")).text().catch(() => {});
  expect(await (await ask("/instruments")).text()).toBe("instrument_token\n1\n");
  expect(asked()).toHaveLength(2);
});
