import { createClient, type KiteConfig, type KiteError } from "@kite/core";
import { expect, onTestFinished, test, vi } from "vitest";
import { eventually } from "../testing/eventually.ts";
import { FakeClock } from "../testing/fake-clock.ts";
import { serveStream } from "../testing/stream-server.ts";
import { Account } from "./account.ts";
import { socketRoot } from "./socket-root.ts";

const minute = 60_000;

function accountOf(settings: Partial<KiteConfig> = {}, userId?: string) {
  const clock = new FakeClock();
  const errors: KiteError[] = [];
  const wake = vi.fn();
  const kite = createClient({
    apiKey: "key",
    accessToken: "token-one",
    onWarning: () => {},
    ...settings,
  } as KiteConfig);
  const account = new Account({
    kite,
    root: socketRoot(kite),
    userId,
    clock,
    wake,
    onError: (error) => errors.push(error),
  });
  onTestFinished(() => account.close());
  return { account, clock, errors, kite, wake };
}

test("follows the session: no token no address, a new token a new address", () => {
  const { account, kite, wake } = accountOf({ accessToken: undefined });
  expect(account.address()).toBeUndefined();
  kite.session.setAccessToken("token-two");
  expect(wake).toHaveBeenCalledTimes(1);
  expect(account.address()).toBe("wss://ws.kite.trade?api_key=key&access_token=token-two");
  kite.session.setAccessToken(undefined);
  expect(account.address()).toBeUndefined();
});

test("a refused token is reported to the session once, for all connections, and is not tried again", async () => {
  const onSessionExpired = vi.fn();
  const { account, errors, kite } = accountOf({ onSessionExpired });
  account.refused("HTTP 403");
  account.refused("HTTP 403");
  expect(account.address()).toBeUndefined();
  expect(kite.session.expired).toBe(true);
  await eventually(() => expect(onSessionExpired).toHaveBeenCalledTimes(1));
  expect(errors.map(({ code, message }) => [code, message])).toEqual([
    ["TokenException", "ticker: the access token was refused (HTTP 403)"],
  ]);
});

test("goes on with the token that the hook gives, even when it is the same one", async () => {
  const { account, wake } = accountOf({ onSessionExpired: async () => "token-one" });
  account.refused("HTTP 403");
  await eventually(() => expect(wake).toHaveBeenCalledTimes(1));
  expect(account.address()).toContain("access_token=token-one");
});

test("tokens that are refused one after the other are asked for at growing intervals, not in a loop", async () => {
  let logins = 0;
  const onSessionExpired = () => {
    logins += 1;
    return `token-${logins}-new`;
  };
  const { account, clock, errors, wake } = accountOf({ onSessionExpired });
  account.refused("HTTP 403");
  await eventually(() => expect(wake).toHaveBeenCalledTimes(1));
  for (const [login, pause] of [
    [1, 1],
    [2, 2],
    [3, 4],
    [4, 8],
    [5, 15],
    [6, 15],
  ] as const) {
    account.refused("HTTP 403");
    clock.pass(pause * minute - 1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(logins).toBe(login);
    clock.pass(1);
    await eventually(() => expect(wake).toHaveBeenCalledTimes(login + 1));
  }
  expect(errors[1]?.message).toContain("does the app's plan include market data?");
  account.accepted();
  account.refused("HTTP 403");
  await eventually(() => expect(logins).toBe(8));
});

test("a hook that fails is asked again a minute later", async () => {
  const onSessionExpired = vi.fn().mockRejectedValueOnce(new Error("no network")).mockResolvedValueOnce("token-two");
  const { account, clock } = accountOf({ onSessionExpired });
  account.refused("HTTP 403");
  await eventually(() => expect(clock.waiting).toBe(1));
  clock.pass(minute);
  await eventually(() => expect(account.address()).toContain("token-two"));
});

test("without a hook it waits for a token, without a timer", async () => {
  const { account, clock, kite, wake } = accountOf();
  account.refused("HTTP 403");
  await new Promise((resolve) => setImmediate(resolve));
  expect(clock.waiting).toBe(0);
  kite.session.setAccessToken("token-two");
  expect(wake).toHaveBeenCalledTimes(1);
});

test("every third failure that nobody explains, the token is tried by a read call", async () => {
  const server = await serveStream();
  const { account, errors, kite, wake } = accountOf({ environment: server.environment });
  account.unexplained();
  account.unexplained();
  expect(server.rest).toEqual([]);
  account.unexplained();
  const address = account.address();
  await eventually(() => expect(server.rest).toEqual(["/user/profile"]));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([kite.session.expired, account.address(), wake.mock.calls]).toEqual([false, address, []]);
  server.restStatus = 403;
  for (let failure = 0; failure < 3; failure += 1) account.unexplained();
  await eventually(() => expect(kite.session.expired).toBe(true));
  await eventually(() => expect(errors.map(({ code }) => code)).toEqual(["TokenException"]));
  expect(account.address()).toBeUndefined();
});

test("behind a gateway a refused login is told, and the next try is not held back", async () => {
  const server = await serveStream();
  server.restStatus = 403;
  const page = { href: `http://127.0.0.1:${server.port}/dashboard` };
  vi.stubGlobal("location", page);
  onTestFinished(() => void vi.unstubAllGlobals());
  const { account, errors } = accountOf({
    apiKey: undefined,
    accessToken: undefined,
    environment: { root: "/kite" },
    fetch: (path, init) => fetch(new URL(String(path), page.href), init),
  });
  expect(account.address()).toBe(`ws://127.0.0.1:${server.port}/kite`);
  account.refused("HTTP 403");
  for (let failure = 0; failure < 3; failure += 1) account.unexplained();
  await eventually(() => expect(errors.map(({ code }) => code)).toEqual(["TokenException"]));
  expect(account.address()).toBeDefined();
});

test("the sandbox is told whose stream it is: the user is read from the profile, once", async () => {
  const server = await serveStream();
  const { account, wake } = accountOf({
    environment: "sandbox",
    fetch: (address, init) =>
      fetch(String(address).replace("https://sandbox.kite.trade/oms", server.environment.root), init),
  });
  expect(account.address()).toBeUndefined();
  expect(account.address()).toBeUndefined();
  await eventually(() => expect(wake).toHaveBeenCalledTimes(1));
  expect(account.address()).toBe("wss://ws-sandbox.kite.trade?api_key=key&access_token=token-one&user_id=AB1234");
  expect(server.rest).toEqual(["/user/profile"]);
});

test("a profile that cannot be read is asked for again", async () => {
  const server = await serveStream();
  server.restStatus = 502;
  const { account, clock, wake } = accountOf({
    environment: "sandbox",
    fetch: (address, init) =>
      fetch(String(address).replace("https://sandbox.kite.trade/oms", server.environment.root), init),
  });
  account.address();
  await eventually(() => expect(clock.waiting).toBe(1));
  server.restStatus = 200;
  wake.mockImplementation(() => account.address());
  clock.pass(5_000);
  await eventually(() => expect(account.address()).toContain("user_id=AB1234"));
});

test("a user id that is given is not looked for", () => {
  expect(accountOf({ environment: "sandbox" }, "XY9876").account.address()).toContain("user_id=XY9876");
});

test("after close nothing is asked and nobody is woken", async () => {
  const onSessionExpired = vi.fn().mockRejectedValue(new Error("no network"));
  const { account, clock, kite, wake } = accountOf({ onSessionExpired });
  account.refused("HTTP 403");
  account.close();
  await new Promise((resolve) => setImmediate(resolve));
  kite.session.setAccessToken("token-two");
  expect(clock.waiting).toBe(0);
  expect(wake).not.toHaveBeenCalled();
});
