import { retry } from "@kite/core";
import { expect, test } from "vitest";
import { caught } from "../testing/caught.ts";
import { behindGateway, refusedToken, serving, succeeding } from "../testing/serving.ts";
import { invalidateRefreshToken } from "./invalidate-refresh-token.ts";

test("names key and refresh token in the query, and signs nothing", async () => {
  const { kite, server } = await serving([succeeding(true)]);
  await invalidateRefreshToken(kite, "refresh-of-today");
  expect(server.requests).toMatchObject([
    {
      method: "DELETE",
      path: "/session/token",
      query: [
        ["api_key", "testkey"],
        ["refresh_token", "refresh-of-today"],
      ],
      body: "",
    },
  ]);
  expect(server.requests[0]?.headers).not.toHaveProperty("authorization");
});

test("gives true, and the access token stays in use; raw gives what was sent", async () => {
  const { kite } = await serving([succeeding(true)]);
  expect(await invalidateRefreshToken(kite, "refresh-of-today")).toBe(true);
  expect((await invalidateRefreshToken.raw(kite, "refresh-of-today")).data).toBe(true);
  expect(kite.session.accessToken).toBe("access-of-today");
});

test("is sent again when its answer is lost: a token that is dead already stays dead", async () => {
  const { kite, server } = await serving([{ fault: "drop" }, succeeding(true)], {}, retry({ baseDelay: 1 }));
  expect(await invalidateRefreshToken(kite, "refresh-of-today")).toBe(true);
  expect(server.requests).toHaveLength(2);
});

test("a token the server does not know is a TokenException", async () => {
  const { kite } = await serving([refusedToken]);
  expect(await caught(invalidateRefreshToken(kite, "refresh-of-today"))).toMatchObject({ code: "TokenException" });
});

test("refuses the empty refresh token of an ordinary app before anything is sent", async () => {
  const { kite, server } = await serving([succeeding(true)]);
  const error = await caught(invalidateRefreshToken(kite, ""));
  expect(error.message).toMatch(/^invalidateRefreshToken: refresh_token: /);
  expect(server.requests).toEqual([]);
});

test("behind a gateway it says where to log out instead", async () => {
  const error = await caught(invalidateRefreshToken(behindGateway(), "refresh-of-today"));
  expect(error.message).toMatch(/^invalidateRefreshToken: apiKey: /);
});
