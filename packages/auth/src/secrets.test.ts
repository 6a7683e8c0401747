import { createHash } from "node:crypto";
import { inspect } from "node:util";
import { createClient, isKiteError, type KiteClient } from "@kite/core";
import { type Answer, answering, type ReceivedRequest } from "@kite/testing";
import { expect, test } from "vitest";
import { refreshSession } from "./calls/refresh-session.ts";
import { validateSession } from "./calls/validate-session.ts";
import { generateSession } from "./endpoints/generate-session.ts";
import { getFullProfile } from "./endpoints/get-full-profile.ts";
import { getMargins } from "./endpoints/get-margins.ts";
import { getProfile } from "./endpoints/get-profile.ts";
import { invalidateAccessToken } from "./endpoints/invalidate-access-token.ts";
import { invalidateRefreshToken } from "./endpoints/invalidate-refresh-token.ts";
import { renewAccessToken } from "./endpoints/renew-access-token.ts";
import { verifyPostback } from "./postback/verify-postback.ts";
import { caught } from "./testing/caught.ts";
import { sessionWire } from "./testing/samples.ts";

const api_secret = "my-api-secret";
const request_token = "my-request-token";
const refresh_token = "my-refresh-token";
const accessToken = "my-access-token";
const newToken = "my-new-access-token";
/** Messages of schemas quote numbers where a text is due. */
const numericToken = 7_700_880_099;

const calls: readonly [string, (kite: KiteClient) => Promise<unknown>][] = [
  ["generateSession", (kite) => generateSession(kite, { request_token, api_secret })],
  ["generateSession.raw", (kite) => generateSession.raw(kite, { request_token, api_secret })],
  ["renewAccessToken", (kite) => renewAccessToken(kite, { refresh_token, api_secret })],
  ["refreshSession", (kite) => refreshSession(kite, { refresh_token, api_secret })],
  ["invalidateAccessToken", (kite) => invalidateAccessToken(kite)],
  ["invalidateRefreshToken", (kite) => invalidateRefreshToken(kite, refresh_token)],
  ["validateSession", (kite) => validateSession(kite)],
  ["getProfile", (kite) => getProfile(kite)],
  ["getFullProfile", (kite) => getFullProfile(kite)],
  ["getMargins", (kite) => getMargins(kite, "equity")],
];

/** Everything that came with a request and everything it is made of, as a careless server would repeat it. */
const echo = ({ headers, query, body }: ReceivedRequest): string =>
  [headers.authorization, ...query.flat(), ...new URLSearchParams(body).values(), newToken].join(" ");

const answers: Readonly<Record<string, (request: ReceivedRequest) => Answer>> = {
  "a refusal that quotes the request": (request) => ({
    status: 403,
    json: { status: "error", error_type: "TokenException", message: echo(request).replace(newToken, ""), data: null },
  }),
  "a failure that quotes the request": (request) => ({
    status: 500,
    json: {
      status: "error",
      error_type: "GeneralException",
      message: echo(request).replace(newToken, ""),
      data: echo(request),
    },
  }),
  "an error page that quotes the request": (request) => ({ status: 502, text: `<html>${echo(request)}</html>` }),
  "a good page where JSON is due": (request) => ({ text: `<html>${echo(request)}</html>` }),
  "JSON of another kind": (request) => ({ json: { oops: echo(request) } }),
  "a broken connection": () => ({ fault: "drop" }),
  "half an answer": () => ({ fault: "cut" }),
  "no answer": () => ({ fault: "hang" }),
};

/** Answers to a login, good enough to hold a token and wrong enough to be refused. */
const logins: Readonly<Record<string, unknown>> = {
  "a session with everything in the wrong place": {
    user_id: [newToken],
    access_token: newToken,
    refresh_token: { is: newToken },
    login_time: newToken,
  },
  "a number for a token": { ...sessionWire, access_token: newToken, refresh_token: numericToken },
  "a token that cannot stand in a header": { access_token: `${newToken}\n`, refresh_token: newToken },
  "a token alone": newToken,
};

/** What a person, a log or a crash report would see of a value. */
function seen(value: unknown): string {
  const fields = value instanceof Error ? [value.message, value.stack, String(value)] : [];
  return [...fields, JSON.stringify(value), inspect(value, { depth: null, showHidden: true, getters: true })].join(
    "\n",
  );
}

function expectNoSecretIn(text: string, requests: readonly ReceivedRequest[] = []): void {
  const checksums = requests.flatMap(({ body }) => new URLSearchParams(body).get("checksum") ?? []);
  const known = [api_secret, request_token, refresh_token, accessToken, newToken, `${numericToken}`];
  for (const secret of [...known, ...checksums]) expect(text).not.toContain(secret);
}

/** Makes a call of two clients, a strict one and one that only warns, and looks at all they show. */
async function expectSilence(
  call: (kite: KiteClient) => Promise<unknown>,
  answer: (request: ReceivedRequest) => Answer,
) {
  const server = await answering(answer);
  const { environment } = server;
  const warnings: string[] = [];
  const onWarning = (message: string) => void warnings.push(message);
  const ends: unknown[] = [];
  for (const validate of ["strict", "warn"] as const) {
    const kite = createClient({ apiKey: "key", accessToken, environment, validate, timeout: 200, onWarning });
    const end = await call(kite).catch((error: unknown) => error);
    ends.push(end);
    if (end instanceof Error) expectNoSecretIn(seen(end), server.requests);
    expectNoSecretIn(inspect(kite, { depth: null, showHidden: true }), server.requests);
  }
  expectNoSecretIn(warnings.join("\n"), server.requests);
  expect(server.requests).toHaveLength(2);
  return ends;
}

for (const [situation, answer] of Object.entries(answers)) {
  test.each(calls)(`after ${situation} no secret shows: %s`, async (_, call) => {
    const [strict] = await expectSilence(call, answer);
    expect(strict === false || isKiteError(strict)).toBe(true);
  });
}

for (const [situation, data] of Object.entries(logins)) {
  const answer = () => ({ json: { status: "success", data } });
  test.each(calls.filter(([name]) => /^(generate|renew|refresh|invalidate)\w+$/.test(name)))(
    `after ${situation} no secret shows: %s`,
    async (_, call) => {
      const [strict] = await expectSilence(call, answer);
      expect(isKiteError(strict)).toBe(true);
    },
  );
}

test.each(calls)("without a server to talk to no secret shows: %s", async (_, call) => {
  const kite = createClient({ apiKey: "key", accessToken, environment: { root: "http://127.0.0.1:9" } });
  const error = await caught(call(kite));
  expect(error.code).toBe("ConnectionFailed");
  expectNoSecretIn(seen(error));
});

test("arguments that are refused are not quoted", async () => {
  const server = await answering({ text: "" });
  const kite = createClient({ apiKey: "key", environment: server.environment });
  for (const call of [
    generateSession(kite, { request_token: `${request_token} `, api_secret }),
    generateSession(kite, { request_token, api_secret: `${api_secret}\n` }),
    renewAccessToken(kite, { refresh_token: `${refresh_token}\0`, api_secret }),
    invalidateAccessToken(kite, `${accessToken} `),
    invalidateRefreshToken(kite, `${refresh_token} `),
  ]) {
    expectNoSecretIn(seen(await caught(call)));
  }
  expect(server.requests).toEqual([]);
});

test("a refused postback shows neither the secret nor a checksum", async () => {
  const order = { order_id: "220303000308932", order_timestamp: "2022-03-03 09:24:25" };
  const right = createHash("sha256")
    .update(order.order_id + order.order_timestamp + api_secret)
    .digest("hex");
  const wrong = right.split("").reverse().join("");
  for (const checksum of [wrong, [wrong], right]) {
    const text = seen(await caught(verifyPostback(JSON.stringify({ ...order, checksum }), api_secret)));
    for (const secret of [api_secret, right, wrong]) expect(text).not.toContain(secret);
  }
});
