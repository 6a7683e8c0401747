import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { behindGateway, failing, serving, succeeding } from "../testing/serving.ts";
import { renewAccessToken } from "./renew-access-token.ts";

const params = { refresh_token: "testtoken", api_secret: "testsecret" };
/** SHA-256 of `testkeytesttokentestsecret`: the refresh token stands where a login has its request token. */
const checksum = "04eea19ccb07c3d9c4c857db3647d713276d7b3a071b5043cd45616c81cdf63d";
const wire = { user_id: "AB1234", access_token: "access-of-tomorrow", refresh_token: "refresh-of-tomorrow" };

test("sends key, refresh token and checksum as a form, unsigned", async () => {
  const { kite, server } = await serving([succeeding(wire)]);
  await renewAccessToken(kite, params);
  expect(server.requests).toHaveLength(1);
  expect(server.requests[0]).toMatchObject({
    method: "POST",
    path: "/session/refresh_token",
    query: [],
    body: `api_key=testkey&refresh_token=testtoken&checksum=${checksum}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("gives the new pair and puts the access token to use; raw keeps everything as sent", async () => {
  const { kite, warnings } = await serving([succeeding({ ...wire, user_name: "Asha Menon" })]);
  expect(await renewAccessToken(kite, params)).toStrictEqual(wire);
  expect(kite.session.accessToken).toBe("access-of-tomorrow");
  expect((await renewAccessToken.raw(kite, params)).data).toEqual({ ...wire, user_name: "Asha Menon" });
  expect(warnings).toEqual([]);
});

test("an answer without a token is an error and leaves the session as it was", async () => {
  const { kite } = await serving([succeeding({ ...wire, access_token: "" })]);
  const error = await caught(renewAccessToken(kite, params));
  expect(error.code).toBe("MalformedAnswer");
  expect(error.message).toMatch(/^renewAccessToken: access_token: /);
  expect(kite.session.accessToken).toBe("access-of-today");
});

test("a dead refresh token is a TokenException", async () => {
  const { kite } = await serving([failing(403, "TokenException", "Token is invalid or has expired.")]);
  expect(await caught(renewAccessToken(kite, params))).toMatchObject({ code: "TokenException", outcome: "rejected" });
  expect(kite.session.accessToken).toBe("access-of-today");
});

test("refuses the empty refresh token of an ordinary app before anything is sent", async () => {
  const { kite, server } = await serving([succeeding(wire)]);
  const error = await caught(renewAccessToken(kite, { ...params, refresh_token: "" }));
  expect(error.code).toBe("InvalidInput");
  expect(error.message).toMatch(/^renewAccessToken: refresh_token: /);
  expect(server.requests).toEqual([]);
});

test("behind a gateway it says where to log in instead", async () => {
  expect((await caught(renewAccessToken(behindGateway(), params))).message).toMatch(/^renewAccessToken: apiKey: /);
});
