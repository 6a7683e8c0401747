import { request } from "node:http";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { createSimulator, type Simulator } from "./simulator.ts";
import { startSimulator } from "./start.ts";
import { Caller, exchangeForm, signIn } from "./testing/caller.ts";
import { refused } from "./testing/refused.ts";

let simulator: Simulator;
let nobody: Caller;
let token: string;
beforeAll(async () => {
  simulator = await startSimulator();
  nobody = new Caller(simulator);
  const { request_token } = await simulator.login();
  const form = exchangeForm(simulator, request_token);
  token = (await nobody.form("POST", "/session/token", form)).body.data.access_token;
});
afterAll(() => simulator.close());

const notFound = refused(404, "GeneralException", "Route not found");
const notAllowed = refused(405, "GeneralException", "Request method not allowed");

describe("routes", () => {
  test.each(["/", "/user", "/user/profile/", "/user//profile", "/oms/user/profile", "/portfolio/holdings/x"])(
    "%s is not one",
    async (path) => {
      expect(await nobody.get(path)).toEqual(notFound);
    },
  );

  test.each([
    ["DELETE", "/connect/login"],
    ["GET", "/session/token"],
    ["GET", "/session/refresh_token"],
    ["POST", "/user/profile"],
    ["PUT", "/user/margins/equity"],
    ["DELETE", "/portfolio/holdings"],
    ["GET", "/portfolio/holdings/authorise"],
    ["POST", "/portfolio/positions"],
    ["OPTIONS", "/portfolio/positions"],
  ])("%s is no method of %s, signed in or not", async (method, path) => {
    const headers = { authorization: `token ${simulator.apiKey}:${token}` };
    expect(await nobody.send(path, { method })).toEqual(notAllowed);
    expect(await nobody.send(path, { method, headers })).toEqual(notAllowed);
  });

  test("browsers of other sites get no permission to read", async () => {
    const response = await fetch(`${simulator.url}/user/profile`, { headers: { origin: "https://example.com" } });
    expect(response.headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("large bodies", () => {
  const type = { "content-type": "application/x-www-form-urlencoded" };
  const tooLarge = refused(413, "InputException", "Request body is too large.");
  const post = (body: BodyInit) =>
    nobody.send("/session/token", { method: "POST", headers: type, body, duplex: "half" } as RequestInit);

  test("are refused above one megabyte, and the next request is answered", async () => {
    expect(await post(`a=${"b".repeat(1024 * 1024)}`)).toEqual(tooLarge);
    expect((await post(`a=${"b".repeat(1024 * 1024 - 2)}`)).status).toBe(400);
  });

  test("are refused when nobody said how long they are", async () => {
    const chunk = new Uint8Array(64 * 1024).fill(0x61);
    let chunks = 20;
    const endless = new ReadableStream({
      pull: (controller) => (chunks-- > 0 ? controller.enqueue(chunk) : controller.close()),
    });
    expect(await post(endless)).toEqual(tooLarge);
    expect(await nobody.get("/")).toEqual(notFound);
  });
});

describe("compression", () => {
  /** Node's own client, because `fetch` unpacks before anybody can look. */
  const raw = (path: string, encoding: string | undefined) =>
    new Promise<{ encoding: string | undefined; bytes: Buffer }>((resolve, reject) => {
      const headers: Record<string, string> = { authorization: `token ${simulator.apiKey}:${token}` };
      if (encoding) headers["accept-encoding"] = encoding;
      request(simulator.url + path, { headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk) => chunks.push(chunk));
        response.on("end", () =>
          resolve({ encoding: response.headers["content-encoding"], bytes: Buffer.concat(chunks) }),
        );
      })
        .on("error", reject)
        .end();
    });

  test("is for clients that ask, and for answers above a kilobyte", async () => {
    const plain = await raw("/portfolio/holdings", undefined);
    const packed = await raw("/portfolio/holdings", "gzip, br");
    expect(plain.encoding).toBeUndefined();
    expect(packed.encoding).toBe("gzip");
    expect(packed.bytes.length).toBeLessThan(plain.bytes.length / 2);
    expect(gunzipSync(packed.bytes)).toEqual(plain.bytes);
    expect((await raw("/user/profile", "gzip")).encoding).toBeUndefined();
    expect((await raw("/portfolio/holdings", "gzip;q=0")).encoding).toBeUndefined();
    expect((await raw("/portfolio/holdings", "br")).encoding).toBeUndefined();
  });
});

test("a failure of our own is a 500 that gives nothing away", async () => {
  const report = vi.spyOn(console, "error").mockImplementation(() => {});
  let broken = false;
  const clock = (): number => {
    if (broken) throw new Error("clock of the test: stopped");
    return 0;
  };
  const fragile = createSimulator({ clock });
  const { request_token } = await fragile.login();
  broken = true;
  const response = await fragile.fetch("https://api.kite.trade/session/token", {
    method: "POST",
    body: new URLSearchParams(exchangeForm(fragile, request_token)),
  });
  expect(response.status).toBe(500);
  expect(await response.json()).toEqual({
    status: "error",
    message: "Something unexpected happened.",
    data: null,
    error_type: "GeneralException",
  });
  expect(report).toHaveBeenCalledOnce();
  report.mockRestore();
});

describe("the record of requests", () => {
  test("says what arrived, from whom, and how it was answered, without any secret", async () => {
    await using quiet = await startSimulator({ clock: () => 1_000_000 });
    const caller = await signIn(quiet, "SIM003");
    await caller.get("/user/profile?access_token=leaked");
    await new Caller(quiet).get("/user/margins");
    await new Caller(quiet).send(`/session/token?api_key=${quiet.apiKey}&access_token=leaked`, { method: "DELETE" });
    const at = new Date(1_000_000);
    expect(quiet.requests).toEqual([
      { method: "POST", path: "/session/token", at, status: 200, user_id: "SIM003" },
      { method: "GET", path: "/user/profile", at, status: 200, user_id: "SIM003" },
      { method: "GET", path: "/user/margins", at, status: 403 },
      { method: "DELETE", path: "/session/token", at, status: 403 },
    ]);
    expect(JSON.stringify(quiet.requests)).not.toContain("leaked");
  });

  test("keeps the latest thousand", async () => {
    const busy = createSimulator();
    for (let index = 0; index < 1005; index += 1) await busy.fetch(`http://x/${index}`);
    expect(busy.requests).toHaveLength(1000);
    expect(busy.requests[0]?.path).toBe("/5");
    expect(busy.requests.at(-1)?.path).toBe("/1004");
  });
});
