import fc from "fast-check";
import { expect, test } from "vitest";
import { attacked } from "../testing/attacked.ts";
import { rawAnswer } from "../testing/raw-request.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

const tricks = [
  "/kite/../session/token",
  "/kite/orders/../../session/token",
  "/kite/%2e%2e/session/token",
  "/kite/orders/%2e%2e/session",
  "/kite/orders/%252e%252e/session",
  "/kite/orders%2f123",
  "/kite/orders%252f123",
  "/kite//orders",
  "/kite/orders/",
  "/kite/orders//123",
  "/kite/./orders",
  "/kite/orders\\..\\session",
  "/kite/orders/%5c..%5csession",
  "/kite/orders%00",
  "/kite/orders;x=1",
  "/kite/orders/a.b",
  "/kite/orders/%31%32",
  "/kite/orders/１２",
  "//kite/orders",
  "/kite/@evil.example/orders",
  "http://evil.example/kite/orders",
  "http://api.kite.trade/session/token",
  "*",
];

test.each(tricks)("the path %s goes nowhere", async (path) => {
  const { origin, victim, since } = await attacked();
  const { "x-csrf-token": csrf = "" } = await victim.writing(origin);
  for (const method of ["GET", "POST", "DELETE"]) {
    const reply = await rawAnswer(origin, method, path, {
      cookie: victim.cookie,
      origin,
      "x-csrf-token": csrf,
      "content-length": "0",
    });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
  }
  expect(since()).toEqual([]);
});

test.each([
  "/session/token",
  "/session/refresh_token",
  "/connect/login",
  "/simulator/faults",
  "/simulator/clock",
  "/user",
  "/orders/regular/1/2/3",
  "/api/orders",
  "/oms/orders",
  "/instruments/historical/1",
])("%s is no route of Kite for a browser", async (path) => {
  const { origin, victim, since } = await attacked();
  const headers = { ...(await victim.writing(origin)), ...form };
  for (const method of ["GET", "POST", "PUT", "DELETE"]) {
    const reply = await victim.ask(`${origin}/kite${path}`, { method, headers, body: "" });
    expect([404, 405]).toContain(reply.status);
    expect(reply.json().error_type).toBe("GatewayException");
  }
  expect(since()).toEqual([]);
});

test("any path is either in the table or goes nowhere", async () => {
  const { origin, victim, since } = await attacked();
  const pieces = ["..", ".", "", "%2e%2e", "%2F", "orders", "session", "token", "a", "\\", "%00", "?", "#", "@", ":"];
  const piece = fc.constantFrom(...pieces);
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 6 }), async (pieces) => {
      await rawAnswer(origin, "GET", `/kite/${pieces.join("/")}`, { cookie: victim.cookie });
      // Any word may be an order's id.
      expect(since().filter((line) => !/^GET \/orders(\/\w+)?$/.test(line))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});
