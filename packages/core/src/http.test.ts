import { inspect } from "node:util";
import { type Answer, answering, unreachable } from "@kite/testing";
import { describe, expect, test } from "vitest";
import { createClient } from "./client.ts";
import { isKiteError, type KiteError } from "./errors.ts";
import type { Plan } from "./request.ts";

const account = { apiKey: "key", accessToken: "T0KEN" };
const read: Plan = { endpoint: "getHoldings", method: "GET", path: "/portfolio/holdings" };
const write: Plan = { endpoint: "convertPosition", method: "PUT", path: "/portfolio/positions", form: { quantity: 1 } };

async function failure(plan: Plan, answer: Answer, options: object = {}): Promise<KiteError> {
  const { environment } = await answering(answer);
  const error = await createClient({ ...account, environment, timeout: 300, ...options })
    .send(plan)
    .catch((caught: unknown) => caught);
  if (!isKiteError(error)) throw new Error(`expected a KiteError, got ${inspect(error)}`);
  return error;
}

describe("a request as sent", () => {
  test("carries version, authorisation and the query, repeated keys and all", async () => {
    const server = await answering({ json: { status: "success", data: 1 } });
    const kite = createClient({ ...account, environment: server.environment });
    const answer = await kite.send({ ...read, query: { i: ["NSE:M&M", "NSE:NIFTY 50"] } });
    expect(answer).toMatchObject({ status: 200, data: 1 });
    expect(answer.headers.get("content-type")).toBe("application/json");
    const [request] = server.requests;
    expect(request).toMatchObject({
      method: "GET",
      path: "/portfolio/holdings",
      query: [
        ["i", "NSE:M&M"],
        ["i", "NSE:NIFTY 50"],
      ],
      body: "",
    });
    expect(request?.headers).toMatchObject({ "x-kite-version": "3", authorization: "token key:T0KEN" });
    expect(request?.headers["content-type"]).toBeUndefined();
  });

  test("form-encodes a body, and sends JSON where the route takes it", async () => {
    const server = await answering({ json: { status: "success", data: true } });
    const kite = createClient({ ...account, environment: server.environment });
    await kite.send({ ...write, form: { tradingsymbol: "M&M", isin: ["A", "B"] } });
    await kite.send({ endpoint: "margins", method: "POST", path: "/margins/orders", json: [{ price: 0 }] });
    expect(server.requests[0]).toMatchObject({ method: "PUT", body: "tradingsymbol=M%26M&isin=A&isin=B" });
    expect(server.requests[0]?.headers["content-type"]).toBe("application/x-www-form-urlencoded");
    expect(server.requests[1]).toMatchObject({ method: "POST", body: '[{"price":0}]' });
    expect(server.requests[1]?.headers["content-type"]).toBe("application/json");
  });

  test("puts the sandbox prefix before every route but the instrument dumps", async () => {
    const server = await answering({ json: { data: 1 } });
    const kite = createClient({ ...account, environment: { ...server.environment, prefix: "/oms" } });
    await kite.send(read);
    await kite.send({ ...read, path: "/instruments" });
    await kite.send({ ...read, path: "/instruments/NSE" });
    await kite.send({ ...read, path: "/instruments/historical/5633/day" });
    expect(server.requests.map(({ path }) => path)).toEqual([
      "/oms/portfolio/holdings",
      "/instruments",
      "/instruments/NSE",
      "/oms/instruments/historical/5633/day",
    ]);
  });
});

describe("what the server sends becomes a value or an error, never something else", () => {
  test("takes a success without a status key, and keeps null, false and 0", async () => {
    for (const data of [null, false, 0, "", []]) {
      const { environment } = await answering({ json: { data } });
      expect((await createClient({ ...account, environment }).send(read)).data).toEqual(data);
    }
  });

  test("reads CSV as text where CSV is due, and its JSON error as an error", async () => {
    const csv = await answering({ text: "a,b\r\n1,2\r\n", headers: { "content-type": "text/csv; charset=utf-8" } });
    const kite = createClient({ ...account, environment: csv.environment });
    expect((await kite.send({ ...read, accept: "csv" })).data).toBe("a,b\r\n1,2\r\n");
    const refused = await failure(
      { ...read, accept: "csv" },
      {
        status: 403,
        json: { status: "error", error_type: "PermissionException", message: "Insufficient permission for that call." },
      },
    );
    expect(refused.code).toBe("PermissionException");
  });

  test.each<[string, Answer, object]>([
    [
      "an HTML page with status 200",
      { text: "<html>maintenance</html>" },
      { code: "MalformedAnswer", status: 200, retryable: true },
    ],
    [
      "JSON that is cut, with its length right",
      { text: '{"status":"succ', headers: { "content-type": "application/json" } },
      { code: "MalformedAnswer" },
    ],
    ["an empty body", { text: "", headers: { "content-type": "application/json" } }, { code: "MalformedAnswer" }],
    ["no content type", { text: "{}", headers: { "content-type": "" } }, { code: "MalformedAnswer" }],
    ["JSON without data", { json: { status: "success" } }, { code: "MalformedAnswer" }],
    ["a JSON list", { json: [1] }, { code: "MalformedAnswer" }],
    [
      "an HTML page with status 502",
      { status: 502, text: "<html>bad gateway</html>" },
      { code: "HttpError", status: 502, retryable: true },
    ],
    ["404 with HTML", { status: 404, text: "<html>" }, { code: "HttpError", status: 404, retryable: false }],
    [
      "a redirect",
      { status: 302, text: "", headers: { location: "http://127.0.0.1:1/" } },
      { code: "HttpError", status: 302 },
    ],
    ["a body cut by a closed socket", { fault: "cut" }, { code: "ConnectionFailed", retryable: true }],
    ["a socket closed without an answer", { fault: "drop" }, { code: "ConnectionFailed", retryable: true }],
    ["no answer at all", { fault: "hang" }, { code: "Timeout", retryable: true }],
    ["headers, half a body, and silence", { fault: "stall" }, { code: "Timeout", retryable: true }],
    [
      "an error with status 200",
      { json: { status: "error", error_type: "InputException", message: "Invalid `product`.", data: null } },
      { code: "InputException", field: "product", status: 200, retryable: false },
    ],
    [
      "an unknown error type",
      { status: 500, json: { status: "error", error_type: "NewException", message: "x" } },
      { code: "NewException", retryable: true },
    ],
  ])("%s", async (_, answer, expected) => {
    const error = await failure(read, answer);
    expect(error).toMatchObject({ ...expected, endpoint: "getHoldings", outcome: undefined });
    expect(error.message).toMatch(/^getHoldings: /);
  });

  test("a port that nobody listens on is a failed connection that sent nothing", async () => {
    const error = await createClient({ ...account, environment: await unreachable() })
      .send(write)
      .catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code: "ConnectionFailed", outcome: "not-sent", retryable: true });
  });

  test("keeps hints and the whole answer within reach", async () => {
    const json = {
      status: "error",
      error_type: "InputException",
      message: "closed",
      data: { hints: ["switch_to_amo"] },
    };
    const error = await failure(write, { status: 400, json });
    expect(error.hints).toEqual(["switch_to_amo"]);
    expect(error.answer()).toMatchObject({ data: { hints: ["switch_to_amo"] } });
    expect((await failure(read, { status: 502, text: "<h1>down</h1>" })).answer()).toBe("<h1>down</h1>");
  });
});

describe("a failed write says what is known", () => {
  test.each<[string, Answer, string]>([
    [
      "a refusal with its reason",
      { status: 400, json: { status: "error", error_type: "InputException", message: "Invalid `product`." } },
      "rejected",
    ],
    [
      "funds",
      { status: 400, json: { status: "error", error_type: "MarginException", message: "Insufficient funds." } },
      "rejected",
    ],
    [
      "a dead session",
      { status: 403, json: { status: "error", error_type: "TokenException", message: "Incorrect" } },
      "rejected",
    ],
    [
      "too many requests, said by Kite",
      { status: 429, json: { status: "error", error_type: "NetworkException", message: "Too many requests" } },
      "rejected",
    ],
    [
      "a 400 that says timed out",
      { status: 400, json: { status: "error", error_type: "OrderException", message: "Order request timed out." } },
      "unknown",
    ],
    [
      "an input error that says timed out",
      { status: 400, json: { status: "error", error_type: "InputException", message: "Request timed out" } },
      "unknown",
    ],
    ["too many requests, said by a proxy", { status: 429, text: "<html>slow down</html>" }, "unknown"],
    [
      "order system unreachable",
      { status: 503, json: { status: "error", error_type: "NetworkException", message: "x" } },
      "unknown",
    ],
    [
      "an unclassified 500",
      { status: 500, json: { status: "error", error_type: "GeneralException", message: "x" } },
      "unknown",
    ],
    ["a gateway's page", { status: 502, text: "<html>" }, "unknown"],
    ["an HTML page with status 200", { text: "<html>" }, "unknown"],
    ["a cut body", { fault: "cut" }, "unknown"],
    ["a closed socket", { fault: "drop" }, "unknown"],
    ["no answer", { fault: "hang" }, "unknown"],
  ])("%s", async (_, answer, outcome) => {
    const error = await failure(write, answer);
    expect(error.outcome).toBe(outcome);
    expect(error.retryable).toBe(false);
  });

  test("refused before sending", async () => {
    const kite = createClient({ apiKey: "key", environment: await unreachable() });
    await expect(kite.send(write)).rejects.toMatchObject({ code: "TokenException", outcome: "not-sent" });
  });
});

test("a server that echoes the token cannot get it into an error", async () => {
  const echo = (text: string) => ({ status: "error", error_type: "GeneralException", message: `bad: ${text}` });
  const plan: Plan = {
    ...write,
    query: { access_token: "0LDTOKEN" },
    form: { api_secret: "S3CRET", checksum: "CH3CK", request_token: "R3Q" },
  };
  const error = await failure(plan, { status: 500, json: echo("T0KEN 0LDTOKEN S3CRET CH3CK R3Q") });
  expect(error.message).toContain("bad: *** *** *** *** ***");
  const broken = await failure(plan, { fault: "drop" });
  const refusedConnection = await createClient({ ...account, environment: await unreachable() })
    .send(plan)
    .catch((caught: unknown) => caught);
  const hung = await failure(plan, { fault: "hang" });
  const printed = [error, broken, refusedConnection, hung].map(
    (each) => inspect(each, { depth: 12, showHidden: true, getters: true }) + JSON.stringify(each),
  );
  expect(printed.join("\n")).not.toMatch(/T0KEN|S3CRET|CH3CK|R3Q/);
});

test("a transport that hears no signal does not hold the call", async () => {
  const kite = createClient({ apiKey: "key", accessToken: "t", timeout: 30, transport: () => new Promise(() => {}) });
  await expect(kite.send({ ...write })).rejects.toMatchObject({ code: "Timeout", outcome: "unknown" });
  const stopping = kite.send({ ...write, timeout: 60_000, signal: AbortSignal.timeout(20) });
  await expect(stopping).rejects.toMatchObject({ code: "Aborted", outcome: "unknown" });
});
