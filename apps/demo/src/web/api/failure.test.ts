import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createClient, KiteError } from "@kite/core";
import { deleteGTT } from "@kite/gtt";
import { expect, onTestFinished, test } from "vitest";
import { DemoServerError } from "./demo-server.ts";
import { failureOf, isDoubtful } from "./failure.ts";

const of = (details: ConstructorParameters<typeof KiteError>[0]) => failureOf(new KiteError(details));

test("what the person got wrong names its field, and says what to do", () => {
  const problem = "quantity: must be 1";
  expect(of({ code: "InvalidInput", endpoint: "convertPosition", field: "quantity", message: problem })).toMatchObject({
    code: "InvalidInput",
    message: "convertPosition: quantity: must be 1.",
    what_to_do: "Change what you entered and try again.",
    field: "quantity",
  });
});

test("who lacks money or shares hears what would help, and not that an entry was wrong", () => {
  const rejected = { message: "m", outcome: "rejected" } as const;
  expect(of({ code: "MarginException", ...rejected }).what_to_do).toBe(
    "Lower the quantity, or add funds to your account.",
  );
  expect(of({ code: "HoldingException", ...rejected }).what_to_do).toBe("Sell at most what you hold.");
});

test("a write of unknown outcome says where to look, whatever the error was", () => {
  const outcome = "unknown";
  expect(of({ code: "Timeout", message: "m", outcome, endpoint: "placeOrder" }).what_to_do).toMatch(/order book/);
  expect(of({ code: "NetworkException", message: "m", outcome, endpoint: "placeGTT" }).what_to_do).toMatch(/GTTs/);
  expect(of({ code: "Timeout", message: "m", outcome, endpoint: "placeMFOrder" }).what_to_do).toMatch(/mutual funds/);
  expect(of({ code: "Timeout", message: "m" }).what_to_do).not.toMatch(/may have taken effect/);
});

test("what to look at is said once, in the words of the page", async () => {
  const server = createServer((_, answer) => answer.writeHead(503).end()).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const kite = createClient({ apiKey: "key", accessToken: "token", environment: { root: `http://127.0.0.1:${port}` } });
  const error = await deleteGTT(kite, 1).catch((reason: unknown) => reason);
  const { message, what_to_do } = failureOf(error);
  expect(message).toMatch(/^deleteGTT: HTTP 503 .*\)\.$/);
  expect(what_to_do).toBe("It may have taken effect all the same. Look at the GTTs before you try again.");
});

test("a server that is gone is said to be so, by the SDK and by the demo's own routes", () => {
  expect(of({ code: "ConnectionFailed", message: "ECONNREFUSED" }).message).toBe("The demo's server does not answer.");
  const failure = { code: "X", message: "m", what_to_do: "w" };
  expect(failureOf(new DemoServerError(failure))).toBe(failure);
});

test("a mistake of the page's own tells nothing of its inside", () => {
  expect(JSON.stringify(failureOf(new TypeError("x is not iterable")))).not.toContain("iterable");
});

test("only what was refused before it was sent, or refused by the exchange, is beyond doubt", () => {
  const doubt = (code: string, outcome?: "not-sent" | "rejected" | "unknown") =>
    isDoubtful(new KiteError({ code, message: "m", ...(outcome && { outcome }) }));
  expect(doubt("OrderException", "rejected")).toBe(false);
  expect(doubt("ConnectionFailed", "not-sent")).toBe(false);
  expect(doubt("InvalidInput")).toBe(false);
  expect(doubt("Timeout", "unknown")).toBe(true);
  expect(isDoubtful(new TypeError("fetch failed"))).toBe(true);
});
