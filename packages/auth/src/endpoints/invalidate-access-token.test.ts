import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { behindGateway, refusedToken, serving, succeeding } from "../testing/serving.ts";
import { invalidateAccessToken } from "./invalidate-access-token.ts";

const ownToken = [
  ["api_key", "testkey"],
  ["access_token", "access-of-today"],
];

test("names key and token in the query, by default the client's own, and signs nothing", async () => {
  const { kite, server } = await serving([succeeding(true)]);
  await invalidateAccessToken(kite);
  expect(server.requests).toMatchObject([{ method: "DELETE", path: "/session/token", query: ownToken, body: "" }]);
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("gives true, and the client forgets its token; raw does the same", async () => {
  const { kite } = await serving([succeeding(true)]);
  expect(await invalidateAccessToken(kite)).toBe(true);
  expect(kite.session.accessToken).toBeUndefined();
  kite.session.setAccessToken("another");
  expect(await invalidateAccessToken.raw(kite)).toMatchObject({ status: 200, data: true });
  expect(kite.session.accessToken).toBeUndefined();
});

test("a token that is not the client's is ended, and the client keeps its own", async () => {
  const { kite, server } = await serving([succeeding(true)]);
  await invalidateAccessToken(kite, "of-another-client");
  expect(server.requests[0]?.query).toContainEqual(["access_token", "of-another-client"]);
  expect(kite.session.accessToken).toBe("access-of-today");
});

test("a token set while the answer is on its way is not forgotten", async () => {
  const { kite, server } = await serving([succeeding(true)]);
  const logout = invalidateAccessToken(kite);
  kite.session.setAccessToken("set-meanwhile");
  await logout;
  expect(server.requests[0]?.query).toEqual(ownToken);
  expect(kite.session.accessToken).toBe("set-meanwhile");
});

test("a refusal leaves the token where it is, and a dead one does not start a login", async () => {
  let logins = 0;
  const { kite } = await serving([refusedToken], { onSessionExpired: () => void logins++ });
  expect(await caught(invalidateAccessToken(kite))).toMatchObject({ code: "TokenException", status: 403 });
  expect(kite.session.accessToken).toBe("access-of-today");
  expect(logins).toBe(0);
});

test("is sent again when its answer is lost: a token that is dead already stays dead", async () => {
  const { kite, server } = await serving([{ fault: "drop" }, succeeding(true)], {}, retry({ baseDelay: 1 }));
  expect(await invalidateAccessToken(kite)).toBe(true);
  expect(server.requests.map(({ query }) => query)).toEqual([ownToken, ownToken]);
});

test("without a token there is nothing to end", async () => {
  const { kite, server } = await serving([succeeding(true)], { accessToken: undefined });
  const error = await caught(invalidateAccessToken(kite));
  expect(error.code).toBe("InvalidInput");
  expect(error.message).toMatch(/^invalidateAccessToken: access_token: /);
  expect(server.requests).toEqual([]);
});

test("behind a gateway it says where to log out instead", async () => {
  expect((await caught(invalidateAccessToken(behindGateway()))).message).toMatch(/^invalidateAccessToken: apiKey: /);
});
