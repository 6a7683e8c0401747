import { inspect } from "node:util";
import { answering } from "@kite/testing";
import { expect, test, vi } from "vitest";
import { createClient, type KiteConfig } from "./client.ts";
import { createKite } from "./kite.ts";
import { retry } from "./layers/retry.ts";
import type { Layer, Plan } from "./request.ts";
import type { Transport } from "./transport.ts";

const account = { apiKey: "key", accessToken: "t" };

const read: Plan = { endpoint: "getProfile", method: "GET", path: "/user/profile" };

test.each<[string, unknown, string]>([
  ["no key", {}, "createClient: apiKey: is missing"],
  ["an empty key", { apiKey: "" }, "apiKey: is missing"],
  ["a key with a space", { apiKey: "a b" }, "apiKey: holds a space"],
  [
    "a token with a line break",
    { apiKey: "key", accessToken: "T0KEN\n" },
    "accessToken: holds a space or a line break",
  ],
  ["a misspelt setting", { apiKey: "key", enviroment: "sandbox" }, "createClient: enviroment: is no setting"],
  ["milliseconds as text", { apiKey: "key", timeout: "5" }, "timeout: must be a number of milliseconds"],
  ["a negative timeout", { apiKey: "key", timeout: -1 }, "timeout: must be a number of milliseconds above 0"],
  ["no key for a server of one's own", { environment: { root: "https://kite.example" } }, "apiKey: is missing"],
])("refuses %s before anything is sent", (_, config, message) => {
  expect(() => createClient(config as KiteConfig)).toThrow(
    expect.objectContaining({ code: "InvalidInput", message: expect.stringContaining(message) }),
  );
  try {
    createClient(config as KiteConfig);
  } catch (error) {
    expect(inspect(error)).not.toContain("T0KEN");
  }
});

test("refuses a call without a token, and sends nothing", async () => {
  const server = await answering({ json: { data: 1 } });
  const kite = createClient({ apiKey: "key", environment: server.environment });
  await expect(kite.send(read)).rejects.toMatchObject({
    code: "TokenException",
    message: expect.stringContaining("generateSession"),
  });
  expect(server.requests).toHaveLength(0);
  await kite.send({ ...read, authorised: false });
  expect(server.requests[0]?.headers.authorization).toBeUndefined();
});

test("behind a gateway on the page's own origin there is no key and no token", async () => {
  const seen: { url: string; headers: Headers }[] = [];
  const fetch = async (input: unknown, init?: RequestInit) => {
    seen.push({ url: String(input), headers: new Headers(init?.headers) });
    return Response.json({ data: 1 });
  };
  const kite = createClient({ environment: { root: "/kite" }, fetch });
  expect((await kite.send(read)).data).toBe(1);
  expect(seen[0]?.url).toBe("/kite/user/profile");
  expect(seen[0]?.headers.has("authorization")).toBe(false);
});

test("what a gateway asks of its own pages is added by the fetch it is given", async () => {
  const seen: (RequestInit | undefined)[] = [];
  const fetch = async (_: unknown, init?: RequestInit) => {
    seen.push(init);
    return Response.json({ data: 1 });
  };
  const guarded: typeof globalThis.fetch = (url, init) =>
    fetch(url, { ...init, credentials: "include", headers: { ...init?.headers, "X-CSRF": "from the page" } });
  await createKite({ environment: { root: "/kite" }, fetch: guarded }).send(read);
  expect(seen[0]).toMatchObject({ credentials: "include", redirect: "manual" });
  expect(seen[0]?.headers).toEqual({ "X-Kite-Version": "3", "X-CSRF": "from the page" });
});

test("the first layer given is the outermost", async () => {
  const { environment } = await answering({ json: { data: 1 } });
  const order: string[] = [];
  const layer =
    (name: string): Layer =>
    (next) =>
    async (plan) => {
      order.push(`${name} in`);
      const answer = await next(plan);
      order.push(`${name} out`);
      return answer;
    };
  await createClient({ apiKey: "key", accessToken: "t", environment }, layer("a"), layer("b")).send(read);
  expect(order).toEqual(["a in", "b in", "b out", "a out"]);
});

test("the caller's signal ends the exchange on the socket", async () => {
  const server = await answering({ fault: "hang" });
  const kite = createClient({ apiKey: "key", accessToken: "t", environment: server.environment });
  const controller = new AbortController();
  const call = kite.send({ ...read, signal: controller.signal });
  await vi.waitFor(() => expect(server.requests).toHaveLength(1));
  controller.abort();
  await expect(call).rejects.toMatchObject({ code: "Aborted", retryable: false });
  await vi.waitFor(() => expect(server.abandoned()).toBe(1));
});

test("a call that is aborted before it starts sends nothing", async () => {
  const server = await answering({ json: { data: 1 } });
  const kite = createClient({ apiKey: "key", accessToken: "t", environment: server.environment });
  const write: Plan = { ...read, method: "PUT", signal: AbortSignal.abort() };
  await expect(kite.send(write)).rejects.toMatchObject({ code: "Aborted", outcome: "not-sent" });
  expect(server.requests).toHaveLength(0);
});

test("a long-lived signal keeps no trace of the calls that used it", async () => {
  const { environment } = await answering({ json: { data: 1 } });
  const kite = createClient({ apiKey: "key", accessToken: "t", environment, deadline: 5_000 });
  const controller = new AbortController();
  const add = vi.spyOn(controller.signal, "addEventListener");
  const remove = vi.spyOn(controller.signal, "removeEventListener");
  for (let call = 0; call < 3; call += 1) await kite.send({ ...read, signal: controller.signal });
  expect(add.mock.calls.length).toBeGreaterThan(0);
  expect(remove.mock.calls.length).toBeGreaterThanOrEqual(add.mock.calls.length);
});

test("timeout is for an attempt, deadline for the call; the call's own come before the client's", async () => {
  const server = await answering({ fault: "hang" });
  const kite = createClient({
    apiKey: "key",
    accessToken: "t",
    environment: server.environment,
    timeout: 60,
    deadline: 10_000,
  });
  await expect(kite.send(read)).rejects.toMatchObject({
    code: "Timeout",
    message: "getProfile: no complete answer within 60 ms",
    retryable: true,
  });
  await expect(kite.send({ ...read, timeout: 40 })).rejects.toMatchObject({
    message: expect.stringContaining("within 40 ms"),
  });
  await expect(kite.send({ ...read, timeout: 5_000, deadline: 50 })).rejects.toMatchObject({
    message: expect.stringContaining("within 50 ms"),
    retryable: false,
  });
  await expect(kite.send({ ...read, timeout: 0 })).rejects.toMatchObject({ code: "InvalidInput" });
});

test("counts what happens, by category", async () => {
  const { environment } = await answering(
    { json: { data: 1 } },
    { status: 500, json: { status: "error", error_type: "GeneralException", message: "x" } },
  );
  const kite = createClient({ apiKey: "key", accessToken: "t", environment });
  await kite.send(read);
  await kite.send({ ...read, bucket: "quote" }).catch(() => {});
  const stats = kite.stats();
  expect(stats).toMatchObject({ requests: 2, errors: 1, retries: 0, waits: 0, cacheHits: 0 });
  expect(stats.byCategory.quote).toMatchObject({ requests: 1, errors: 1 });
  expect(stats.byCategory.other).toMatchObject({ requests: 1, errors: 0 });
});

test("one dead token, many failing calls: the hook runs once and its token is used from then on", async () => {
  const server = await answering((request) =>
    request.headers.authorization === "token key:second"
      ? { json: { data: "ok" } }
      : {
          status: 403,
          json: { status: "error", error_type: "TokenException", message: "Incorrect `api_key` or `access_token`." },
        },
  );
  const onSessionExpired = vi.fn(async () => "second");
  const kite = createClient({ apiKey: "key", accessToken: "first", environment: server.environment, onSessionExpired });
  const calls = await Promise.allSettled(Array.from({ length: 8 }, () => kite.send(read)));
  expect(calls.every(({ status }) => status === "rejected")).toBe(true);
  expect(onSessionExpired).toHaveBeenCalledTimes(1);
  expect(onSessionExpired).toHaveBeenCalledWith({
    error: expect.objectContaining({ code: "TokenException", status: 403 }),
  });
  expect((await kite.send(read)).data).toBe("ok");
});

test("a refused permission does not end the session", async () => {
  const { environment } = await answering({
    status: 403,
    json: { status: "error", error_type: "PermissionException", message: "x" },
  });
  const onSessionExpired = vi.fn();
  const kite = createClient({ apiKey: "key", accessToken: "t", environment, onSessionExpired });
  await expect(kite.send(read)).rejects.toMatchObject({
    code: "PermissionException",
    message: expect.stringContaining("a new login does not help"),
  });
  expect(onSessionExpired).not.toHaveBeenCalled();
});

test("the failure of a hook nobody waits for is reported", async () => {
  const { environment } = await answering({
    status: 403,
    json: { status: "error", error_type: "TokenException", message: "x" },
  });
  const warnings: string[] = [];
  const kite = createClient({
    apiKey: "key",
    accessToken: "t",
    environment,
    onWarning: (message) => warnings.push(message),
    onSessionExpired: () => Promise.reject(new Error("login page down")),
  });
  await kite.send(read).catch(() => {});
  await vi.waitFor(() => expect(warnings).toEqual([expect.stringContaining("onSessionExpired failed")]));
});

test("two clients share nothing", async () => {
  const { environment } = await answering({ json: { data: 1 } });
  const one = createClient({ apiKey: "key", accessToken: "one", environment });
  const two = createClient({ apiKey: "key", accessToken: "two", environment });
  await one.send(read);
  one.session.setAccessToken("other");
  expect(two.session.accessToken).toBe("two");
  expect(two.stats().requests).toBe(0);
});

test("a client never shows its token", () => {
  const kite = createClient({ apiKey: "key", accessToken: "S3CRET" });
  expect(inspect(kite, { showHidden: true, getters: true, depth: 9 }) + JSON.stringify(kite)).not.toContain("S3CRET");
});

test("onSend is called at each attempt, right before it leaves, and never for what stays here", async () => {
  const server = await answering({ status: 503, text: "" }, { json: { data: 1 } });
  const { environment } = server;
  const arrived: number[] = [];
  const onSend = () => void arrived.push(server.requests.length);
  const kite = createClient({ ...account, environment }, retry({ baseDelay: 1 }));
  await kite.send({ ...read, onSend });
  expect(arrived).toEqual([0, 1]);
  await expect(kite.send({ ...read, onSend, signal: AbortSignal.abort() })).rejects.toMatchObject({ code: "Aborted" });
  await expect(createClient({ apiKey: "key", environment }).send({ ...read, onSend })).rejects.toThrow(
    "no access token",
  );
  expect(arrived).toHaveLength(2);
});

test("placed, changed and cancelled orders leave by the order transport, everything else by the other", async () => {
  const left: string[] = [];
  const way =
    (name: string): Transport =>
    async ({ method, url }) => {
      left.push(`${name} ${method} ${new URL(url).pathname}`);
      const headers = new Headers({ "content-type": "application/json" });
      return { status: 200, headers, text: '{"data":1}' };
    };
  const kite = createClient({ ...account, transport: way("usual"), orderTransport: way("orders") });
  for (const method of ["POST", "PUT", "DELETE", "GET"] as const) {
    await kite.send({ ...read, method, path: "/orders/regular", bucket: "order" });
  }
  await kite.send({ ...read, method: "POST", path: "/gtt/triggers" });
  expect(left).toEqual([
    "orders POST /orders/regular",
    "orders PUT /orders/regular",
    "orders DELETE /orders/regular",
    "usual GET /orders/regular",
    "usual POST /gtt/triggers",
  ]);
});

test("an order from an address that is not registered is explained, with the address it came from", async () => {
  const message = "IP (203.0.113.7) is not allowed to place orders for this app.";
  const server = await answering({
    status: 403,
    json: { status: "error", error_type: "PermissionException", message, data: null },
  });
  const kite = createClient({ ...account, environment: server.environment });
  await expect(kite.send({ ...read, method: "POST", bucket: "order" })).rejects.toMatchObject({
    code: "PermissionException",
    outcome: "rejected",
    message: expect.stringMatching(/203\.0\.113\.7.*register it at developers\.kite\.trade.*orderTransport/),
  });
});

test.each([
  ["while it is under way", (stop: () => void) => void setTimeout(stop, 5)],
  ["as it leaves", (stop: () => void) => stop()],
])("a call stopped %s ends, even when its transport hears nothing", async (_, onSending) => {
  const controller = new AbortController();
  const transport = () => new Promise<never>(() => {});
  const plan: Plan = { ...read, signal: controller.signal, onSend: () => onSending(() => controller.abort()) };
  await expect(createClient({ ...account, transport }).send(plan)).rejects.toMatchObject({
    code: "Aborted",
  });
});

test("a limit of more days than a timer can take is none", async () => {
  const { environment } = await answering({ json: { data: 1 } });
  const limits = { timeout: Number.POSITIVE_INFINITY, deadline: 2 ** 31 };
  expect((await createClient({ ...account, environment, ...limits }).send(read)).data).toBe(1);
});
