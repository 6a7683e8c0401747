import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { verifyPostback } from "./verify-postback.ts";

/** Checksum of the published vector: this order, this time, the secret `testsecret`. */
const checksum = "a1edcbdbcb51292cddfded250595d4e191b95da92d9b9914e591383ae4fe6852";
const payload = {
  user_id: "AB1234",
  unfilled_quantity: 0,
  app_id: 1234,
  checksum,
  placed_by: "AB1234",
  order_id: "220303000308932",
  exchange_order_id: "1000000001482421",
  parent_order_id: null,
  status: "COMPLETE",
  status_message: null,
  status_message_raw: null,
  order_timestamp: "2022-03-03 09:24:25",
  exchange_update_timestamp: "2022-03-03 09:24:25",
  exchange_timestamp: null,
  variety: "regular",
  exchange: "NSE",
  tradingsymbol: "SBIN",
  instrument_token: 779521,
  order_type: "MARKET",
  transaction_type: "BUY",
  validity: "DAY",
  product: "CNC",
  quantity: 1,
  disclosed_quantity: 0,
  price: 0,
  trigger_price: 0,
  average_price: 470,
  filled_quantity: 1,
  pending_quantity: 0,
  cancelled_quantity: 0,
  market_protection: 0,
  meta: {},
  tag: null,
  guid: "XXXXXX",
};
const body = JSON.stringify(payload);

/** A body whose checksum is right, whatever it says. */
const signed = (change: object, secret = "testsecret"): string => {
  const { order_id, order_timestamp } = { ...payload, ...change };
  const hash = createHash("sha256").update(`${order_id}${order_timestamp}${secret}`).digest("hex");
  return JSON.stringify({ ...payload, ...change, checksum: hash });
};

test("gives the order update of a genuine postback, times as Date", async () => {
  expect(await verifyPostback(body, "testsecret")).toStrictEqual({
    ...payload,
    order_timestamp: new Date("2022-03-03T09:24:25+05:30"),
    exchange_update_timestamp: new Date("2022-03-03T09:24:25+05:30"),
  });
});

test("takes bytes as well, Node's and the platform's, with a byte order mark or without", async () => {
  const update = await verifyPostback(body, "testsecret");
  for (const bytes of [Buffer.from(body), new TextEncoder().encode(body), Buffer.from(`\uFEFF${body}`)]) {
    expect(await verifyPostback(bytes, "testsecret")).toEqual(update);
  }
});

test("fields may stand in any order, unknown ones pass by, and 19 digits stay 19 digits", async () => {
  const reversed = JSON.stringify(
    Object.fromEntries(Object.entries(JSON.parse(signed({ order_id: "1914227164488687616", shiny: 1 }))).reverse()),
    null,
    2,
  );
  const update = await verifyPostback(reversed, "testsecret");
  expect(update.order_id).toBe("1914227164488687616");
  expect(update).not.toHaveProperty("shiny");
});

test("uses the text of order_timestamp as it stands, not the time it means", async () => {
  const order_timestamp = "2022-03-03T09:24:25+05:30";
  const update = await verifyPostback(signed({ order_timestamp }), "testsecret");
  expect(update.order_timestamp).toEqual(new Date("2022-03-03T09:24:25+05:30"));
  expect(await caught(verifyPostback(JSON.stringify({ ...payload, order_timestamp }), "testsecret"))).toMatchObject({
    code: "ChecksumMismatch",
  });
});

test.each([
  ["another order", { order_id: "220303000308933" }],
  ["another time", { order_timestamp: "2022-03-03 09:24:26" }],
  ["one digit changed", { checksum: checksum.replace("a1", "a2") }],
  ["the last digit changed", { checksum: `${checksum.slice(0, -1)}3` }],
  ["upper case", { checksum: checksum.toUpperCase() }],
  ["a short one", { checksum: checksum.slice(0, 32) }],
  ["a single character", { checksum: "a" }],
  ["one with more behind it", { checksum: `${checksum}a` }],
  ["one with a line break", { checksum: `${checksum}\n` }],
])("a forged checksum is a ChecksumMismatch: %s", async (_, change) => {
  const error = await caught(verifyPostback(JSON.stringify({ ...payload, ...change }), "testsecret"));
  expect(error).toMatchObject({ code: "ChecksumMismatch", endpoint: "verifyPostback" });
  expect(error.message).toMatch(/^verifyPostback: checksum: /);
});

test("the secret of another app is a ChecksumMismatch", async () => {
  expect(await caught(verifyPostback(body, "another"))).toMatchObject({ code: "ChecksumMismatch" });
});

test("any other checksum is refused", async () => {
  const hex = fc.string({ minLength: 64, maxLength: 64, unit: fc.constantFrom(..."0123456789abcdef") });
  await fc.assert(
    fc.asyncProperty(hex, async (other) => {
      fc.pre(other !== checksum);
      const forged = JSON.stringify({ ...payload, checksum: other });
      expect(await caught(verifyPostback(forged, "testsecret"))).toMatchObject({ code: "ChecksumMismatch" });
    }),
  );
});

test.each([1, 4, 14])("characters cannot move from the order id into the time: %i", async (count) => {
  // The texts are hashed one after the other: moved characters leave the checksum as it was.
  const { order_id, order_timestamp } = payload;
  const moved = { order_id: order_id.slice(0, -count), order_timestamp: order_id.slice(-count) + order_timestamp };
  const error = await caught(verifyPostback(JSON.stringify({ ...payload, ...moved }), "testsecret"));
  expect(error.code).toBe("SchemaMismatch");
  expect(error.message).toMatch(/^verifyPostback: order_timestamp: /);
});

test.each([1, 5, 19])("nor from the time into the order id: %i", async (count) => {
  const { order_id, order_timestamp } = payload;
  const moved = { order_id: order_id + order_timestamp.slice(0, count), order_timestamp: order_timestamp.slice(count) };
  const error = await caught(verifyPostback(JSON.stringify({ ...payload, ...moved }), "testsecret"));
  expect(error.message).toMatch(/^verifyPostback: order_timestamp: /);
});

test.each([["order_id"], ["order_timestamp"], ["checksum"], ["status"], ["\\u0073tatus"]])(
  "a body that has %s twice is refused, though its checksum is right",
  async (key) => {
    const name = JSON.parse(`"${key}"`) as keyof typeof payload;
    const twice = `{"${key}":"first","${body.slice(2)}`;
    const error = await caught(verifyPostback(twice, "testsecret"));
    expect(error.code).toBe("InvalidInput");
    expect(error.message).toBe(`verifyPostback: "${name}": occurs twice`);
  },
);

test.each([
  ["order_id", 220303000308932],
  ["order_id", ["220303000308932"]],
  ["order_id", ""],
  ["order_id", undefined],
  ["order_timestamp", null],
  ["order_timestamp", { toString: "2022-03-03 09:24:25" }],
  ["checksum", true],
  ["checksum", undefined],
])("%s must be a text, not %j", async (field, value) => {
  const error = await caught(verifyPostback(JSON.stringify({ ...payload, [field]: value }), "testsecret"));
  expect(error.code).toBe("InvalidInput");
  expect(error.message).toMatch(new RegExp(`^verifyPostback: ${field}: must be a text`));
});

test("fields do not come from the prototype", async () => {
  const error = await caught(verifyPostback(`{"__proto__":${body}}`, "testsecret"));
  expect(error.message).toMatch(/^verifyPostback: order_id: /);
});

test.each([
  ["nothing", ""],
  ["a form", "order_id=220303000308932&status=COMPLETE"],
  ["half of it", body.slice(0, 100)],
  ["two of them", body + body],
  ["a list", `[${body}]`],
  ["null", "null"],
  ["text", '"order_id"'],
  ["bytes that are no text", Buffer.from([0xff, 0x00, 0x80])],
  ["what a JSON parser made of it", payload],
  ["no body at all", undefined],
])("a body that is %s is InvalidInput", async (_, rawBody) => {
  const error = await caught(verifyPostback(rawBody as string, "testsecret"));
  expect(error.code).toBe("InvalidInput");
  expect(error.message).toMatch(/^verifyPostback: rawBody: /);
});

test("bytes that are no text are refused, though the checksum is right", async () => {
  const bytes = Buffer.from(body.replace("XXXXXX", "XXXX~X"));
  bytes[bytes.indexOf("~")] = 0xff;
  expect((await caught(verifyPostback(bytes, "testsecret"))).message).toBe("verifyPostback: rawBody: is not UTF-8");
});

test("an empty secret, whose checksums anyone can make, is refused", async () => {
  for (const none of ["", undefined]) {
    expect(await caught(verifyPostback(signed({}, ""), none as string))).toMatchObject({
      code: "InvalidInput",
      message: "verifyPostback: api_secret: is missing",
    });
  }
});

test("a genuine postback of an odd shape names the field, and keeps the payload at hand", async () => {
  const odd = signed({ average_price: null });
  const error = await caught(verifyPostback(odd, "testsecret"));
  expect(error.code).toBe("SchemaMismatch");
  expect(error.message).toMatch(/^verifyPostback: average_price: /);
  expect(error.answer()).toEqual(JSON.parse(odd));
});
