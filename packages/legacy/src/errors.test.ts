import { isKiteError, KiteError } from "@kite/core";
import { type Answer, unreachable } from "@kite/testing";
import { describe, expect, test } from "vitest";
import { KiteConnect, LegacyError } from "./index.ts";
import { type AnyClient, observe, oldFields } from "./testing/observe.ts";

const refusal = (status: number, error_type: string, message = "No.", data: unknown = null): Answer => ({
  status,
  json: { status: "error", error_type, message, data },
});

const read = (kc: AnyClient) => kc.getOrders();
const write = (kc: AnyClient) => kc.placeOrder("regular", { quantity: 1 });
const list = (kc: AnyClient) => kc.getInstruments();

const shapes: [name: string, call: (kc: AnyClient) => unknown, answer: Answer][] = [
  ["a refused token", read, refusal(403, "TokenException", "Incorrect `api_key` or `access_token`.")],
  ["a missing permission", read, refusal(403, "PermissionException", "Insufficient permission for that call.")],
  ["a refused address", write, refusal(403, "PermissionException", "IP (1.2.3.4) is not allowed.")],
  ["hints", write, refusal(400, "InputException", "Not now (see there).", { hints: ["switch_to_amo"] })],
  ["missing funds", write, refusal(400, "MarginException", "Insufficient funds.")],
  ["missing shares", write, refusal(428, "HoldingException", "5 quantity needs authorisation at depository.")],
  ["an order that may be live", write, refusal(400, "OrderException", "Order request timed out.")],
  ["a type that nobody knows", read, refusal(418, "TeapotException", "Short and stout.")],
  ["too many requests", read, refusal(429, "NetworkException", "Too many requests")],
  ["a failure at Kite", write, refusal(500, "GeneralException", "Something went wrong.")],
  ["a refusal without data", read, { status: 400, json: { error_type: "InputException", message: "No." } }],
  ["a refusal with status 200", read, refusal(200, "GeneralException")],
  ["a refusal where a list is due", list, refusal(403, "TokenException")],
  ["a gateway's page", read, { status: 502, text: "<html>Bad Gateway</html>" }],
  ["a page for a write", write, { status: 504, text: "<html></html>" }],
  ["a page that says slow down", read, { status: 429, text: "<html></html>" }],
  ["no body at all", read, { status: 503, text: "" }],
  ["JSON without the envelope", read, { status: 404, json: { detail: "not here" } }],
  ["a connection that breaks", read, { fault: "drop" }],
  ["a connection that breaks after an order", write, { fault: "drop" }],
];

describe("the official client and ours, before the same failure", () => {
  test.each(shapes)("%s: the same fields", async (_, call, answer) => {
    const { official, ours } = await observe(call, answer);
    expect(official.rejected).toBeDefined();
    expect(oldFields(ours.rejected)).toEqual(oldFields(official.rejected));
    expect(ours.requests).toEqual(official.requests);
  });

  test("no answer: the same fields", async () => {
    const { official, ours } = await observe(read, { fault: "hang" }, { timeout: 150 });
    expect(oldFields(ours.rejected)).toEqual(oldFields(official.rejected));
    expect(oldFields(ours.rejected)).toMatchObject({ error_type: "NetworkException" });
  });

  test("nobody there: the same fields", async () => {
    const { official, ours } = await observe(read, { text: "" }, await unreachable());
    expect(oldFields(ours.rejected)).toEqual(oldFields(official.rejected));
    expect(oldFields(ours.rejected)).toMatchObject({ error_type: "NetworkException" });
  });

  test.each<[string, (kc: AnyClient) => unknown]>([
    ["a GTT of no known type", (kc) => kc.placeGTT({ trigger_type: "oco", trigger_values: [1, 2] })],
    ["a GTT with too few triggers", (kc) => kc.placeGTT({ trigger_type: "two-leg", trigger_values: [1] })],
    ["a GTT with too many triggers", (kc) => kc.modifyGTT(1, { trigger_type: "single", trigger_values: [1, 2] })],
    ["a GTT without triggers", (kc) => kc.placeGTT({ trigger_type: "single" })],
    ["a postback without a checksum", (kc) => kc.validatePostback({ order_id: "1", order_timestamp: "2" }, "secret")],
    [
      "a postback without a secret",
      (kc) => kc.validatePostback({ order_id: "1", order_timestamp: "2", checksum: "3" }),
    ],
    ["no postback", (kc) => kc.validatePostback(undefined, "secret")],
  ])("%s: both throw at once, with the same words", async (_, call) => {
    const { official, ours } = await observe(call, { text: "" });
    expect(official.thrown).toBeInstanceOf(Error);
    expect(ours.thrown).toBeInstanceOf(LegacyError);
    expect((ours.thrown as Error).message).toBe((official.thrown as Error).message);
    expect(ours.requests).toEqual([]);
  });

  test.each<[string, (kc: AnyClient) => unknown]>([
    ["an order", (kc) => kc.placeOrder("regular")],
    ["a change", (kc) => kc.modifyOrder("regular", "1")],
    ["a SIP", (kc) => kc.modifyMFSIP("1")],
    ["a GTT", (kc) => kc.placeGTT()],
    ["a range that begins with null", (kc) => kc.getHistoricalData(1, "day", null, "2026-01-01")],
    ["a moment of another library", (kc) => kc.getHistoricalData(1, "day", { format: () => "" }, "2026-01-01")],
  ])("%s without its arguments: both throw at once", async (_, call) => {
    const { official, ours } = await observe(call, { text: "" });
    expect(official.thrown).toBeInstanceOf(TypeError);
    expect(ours.thrown).toMatchObject({ code: "InvalidInput", error_type: "InputException" });
  });
});

describe("an error of an old call", () => {
  const hints = refusal(400, "InputException", "Not now.", { hints: ["switch_to_amo"] });

  test("is a KiteError, with what the typed calls know", async () => {
    const { rejected } = (await observe(write, hints)).ours;
    expect(rejected).toBeInstanceOf(KiteError);
    expect(isKiteError(rejected, "InputException")).toBe(true);
    expect(rejected).toMatchObject({
      status: 400,
      endpoint: "placeOrder",
      outcome: "rejected",
      hints: ["switch_to_amo"],
    });
  });

  test("prints as JSON what the old rejection printed", async () => {
    const { official, ours } = await observe(write, hints);
    const { status, ...printed } = JSON.parse(JSON.stringify(official.rejected));
    expect(status).toBe("error");
    expect(JSON.parse(JSON.stringify(ours.rejected))).toMatchObject(printed);
  });

  test("has the typed calls' error as its cause", async () => {
    const { rejected } = (await observe(read, { fault: "drop" })).ours;
    const { cause } = rejected as Error;
    expect(cause).toBeInstanceOf(KiteError);
    expect((cause as Error).message).toMatch(/^getOrders: the connection broke/);
  });

  test("of a doubtful write says so", async () => {
    expect((await observe(write, { fault: "drop" })).ours.rejected).toMatchObject({ outcome: "unknown" });
  });

  test("never quotes the token", async () => {
    const params = { access_token: "secret-of-today" };
    const { rejected } = (await observe(read, refusal(403, "TokenException", "secret-of-today is dead"), params)).ours;
    expect((rejected as Error).message).toBe("*** is dead");
  });

  test("is thrown by the typed calls of the same client too, so that one catch serves both", async () => {
    const { ours } = await observe(
      (kc) => (kc instanceof KiteConnect ? kc.kite.portfolio.getHoldings() : kc.getHoldings()),
      refusal(403, "TokenException", "Over."),
    );
    expect(ours.rejected).toBeInstanceOf(LegacyError);
    expect(oldFields(ours.rejected)).toEqual({ error_type: "TokenException", message: "Over.", data: null });
  });
});
