import { afterAll, beforeAll, expect, test } from "vitest";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { Caller, exchangeForm } from "../testing/caller.ts";
import { badToken } from "../testing/refused.ts";

let simulator: Simulator;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator();
  const { request_token } = await simulator.login();
  const form = exchangeForm(simulator, request_token);
  token = (await new Caller(simulator).form("POST", "/session/token", form)).body.data.access_token;
});
afterAll(() => simulator.close());

test.each([
  ["GET", "/user/profile"],
  ["GET", "/user/profile/full"],
  ["GET", "/user/margins"],
  ["GET", "/user/margins/equity"],
  ["GET", "/portfolio/holdings"],
  ["GET", "/portfolio/holdings/summary"],
  ["GET", "/portfolio/holdings/compact"],
  ["GET", "/portfolio/holdings/auctions"],
  ["POST", "/portfolio/holdings/authorise"],
  ["GET", "/portfolio/positions"],
  ["PUT", "/portfolio/positions"],
])("%s %s wants a session", async (method, path) => {
  expect(await new Caller(simulator).send(path, { method })).toEqual(badToken);
});

test.each<[string, (key: string, token: string) => string]>([
  ["an unknown token", (key) => `token ${key}:unknown`],
  ["another app's key", (_, token) => `token someone-else:${token}`],
  ["a capital letter", (key, token) => `Token ${key}:${token}`],
  ["two spaces", (key, token) => `token  ${key}:${token}`],
  ["another scheme", (key, token) => `Bearer ${key}:${token}`],
  ["no key", (_, token) => `token ${token}`],
  ["no token", (key) => `token ${key}:`],
  ["nothing but the pair", (key, token) => `${key}:${token}`],
])("refuses %s", async (_, header) => {
  const headers = { authorization: header(simulator.apiKey, token) };
  expect(await new Caller(simulator).send("/user/profile", { headers })).toEqual(badToken);
});

test("lets the pair in that was issued", async () => {
  const headers = { authorization: `token ${simulator.apiKey}:${token}` };
  expect((await new Caller(simulator).send("/user/profile", { headers })).status).toBe(200);
});
