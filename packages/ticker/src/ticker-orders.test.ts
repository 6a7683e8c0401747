import { expect, test } from "vitest";
import { eventually } from "./testing/eventually.ts";
import { orderPayload } from "./testing/order-payload.ts";
import { serveStream } from "./testing/stream-server.ts";
import { tickerOn } from "./testing/ticker-on.ts";
import type { OrderEvent } from "./ticker-api.ts";

const seen = (events: readonly OrderEvent[]) =>
  events.map(({ order, source }) => `${source}: ${order.order_id} ${order.status} ${order.filled_quantity}`);

/** A row of the book as it is on the wire. */
const bookPayload = (fields: Parameters<typeof orderPayload>[0]) => ({ ...orderPayload(fields), modified: false });

const complete = { status: "COMPLETE", filled_quantity: 10, exchange_update_timestamp: "2026-03-02 10:00:00" } as const;

test("listening to orders is enough to connect; updates come typed, and once, however many connections bring them", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { instrumentsPerConnection: 1 });
  const events: OrderEvent[] = [];
  ticker.on("order", (event) => events.push(event));
  await eventually(() => expect(ticker.state.status).toBe("live"));
  ticker.subscribe([1, 2]);
  await eventually(() => expect(server.subscribed.size).toBe(2));
  await eventually(() => expect(ticker.state).toMatchObject({ status: "live", connections: [{}, {}] }));
  server.send({ type: "order", data: orderPayload() });
  server.send({ type: "order", data: orderPayload({ filled_quantity: 4 }) });
  await eventually(() => expect(ticker.stats().texts).toBe(4));
  await eventually(() => expect(events).toHaveLength(2));
  expect(events[0]).toMatchObject({
    source: "stream",
    order: { order_id: "1914227164488687616", order_timestamp: new Date("2026-03-02T09:24:25+05:30") },
  });
  expect(seen(events)[1]).toBe("stream: 1914227164488687616 UPDATE 4");
});

test("what happened while the connection was gone comes from the book, marked so, and only that", async () => {
  const server = await serveStream();
  server.book = [bookPayload({ order_id: "of the morning", ...complete })];
  const { ticker } = tickerOn(server);
  const events: OrderEvent[] = [];
  ticker.on("order", (event) => events.push(event));
  await ticker.connect();
  server.send({ type: "order", data: orderPayload({ order_id: "seen" }) });
  await eventually(() => expect(events).toHaveLength(1));
  // The first book, and the one after the connection stood.
  await eventually(() => expect(server.rest).toHaveLength(2));
  server.book = [
    ...server.book,
    bookPayload({ order_id: "seen", ...complete }),
    bookPayload({ order_id: "missed", status: "OPEN", exchange_update_timestamp: "2026-03-02 09:30:00" }),
  ];
  server.cut();
  await eventually(() => expect(events).toHaveLength(3));
  expect(seen(events)).toEqual(["stream: seen UPDATE 0", "book: missed OPEN 0", "book: seen COMPLETE 10"]);
  server.send({ type: "order", data: orderPayload({ order_id: "seen", ...complete }) });
  server.cut();
  await eventually(() => expect(server.rest).toHaveLength(4));
  expect(events).toHaveLength(3);
});

test("the book is asked for until it is there, and the trouble is told once", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server);
  const events: OrderEvent[] = [];
  ticker.on("order", (event) => events.push(event));
  await ticker.connect();
  await eventually(() => expect(server.rest).toHaveLength(2));
  server.restStatus = 502;
  server.book = [bookPayload({ order_id: "missed", ...complete })];
  server.cut();
  await eventually(() => expect(errors).toHaveLength(1));
  expect(errors[0]?.message).toMatch(
    /^ticker: the order book could not be read, missed order updates come when it can: /,
  );
  server.restStatus = 200;
  await eventually(() => expect(seen(events)).toEqual(["book: missed COMPLETE 10"]), { timeout: 4_000 });
});

test("an odd row of the book hides no other, an odd field is handed on as it came; each is told once", async () => {
  const server = await serveStream();
  const { ticker, errors } = tickerOn(server);
  const events: OrderEvent[] = [];
  ticker.on("order", (event) => events.push(event));
  await ticker.connect();
  await eventually(() => expect(server.rest).toHaveLength(2));
  const odd = { ...bookPayload({ order_id: "odd", ...complete }), price: "free" };
  server.book = [{ order_id: 7 }, null, odd, bookPayload({ order_id: "missed", ...complete })];
  server.cut();
  await eventually(() => expect(seen(events)).toEqual(["book: odd COMPLETE 10", "book: missed COMPLETE 10"]));
  expect(events[0]?.order.price).toBe("free");
  const told = errors.map(({ message }) => message);
  expect(told.filter((message) => message.includes("documented: price:"))).toHaveLength(1);
  server.cut();
  await eventually(() => expect(server.rest).toHaveLength(4));
  expect(errors).toHaveLength(told.length);
});

test("who does not listen to orders, or does not want the book, causes no REST call", async () => {
  const server = await serveStream();
  const without = tickerOn(server);
  await without.ticker.connect();
  const { ticker } = tickerOn(server, { readMissedOrders: false });
  const events: OrderEvent[] = [];
  ticker.on("order", (event) => events.push(event));
  await ticker.connect();
  server.cut();
  await eventually(() => expect(ticker.stats().reconnects).toBe(1));
  await eventually(() => expect(server.open).toHaveLength(2));
  server.send({ type: "order", data: orderPayload() });
  await eventually(() => expect(events).toHaveLength(1));
  expect(server.rest).toEqual([]);
});

test("with the last listener of orders the connection goes, unless something else needs it", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server);
  const remove = ticker.on("order", () => {});
  await eventually(() => expect(ticker.state.status).toBe("live"));
  remove();
  await eventually(() => expect(ticker.state.status).toBe("idle"));
});

test("who waits for one update needs the connection no longer than that", async () => {
  const server = await serveStream();
  const { ticker } = tickerOn(server, { readMissedOrders: false });
  const heard: string[] = [];
  ticker.once("order", ({ order }) => heard.push(order.order_id));
  await eventually(() => expect(server.open).toHaveLength(1));
  for (const order_id of ["one", "two"]) server.send({ type: "order", data: orderPayload({ order_id }) });
  await eventually(() => expect(ticker.state.status).toBe("idle"));
  expect(heard).toEqual(["one"]);
});
