import { expect, test } from "vitest";
import { attacked } from "../testing/attacked.ts";
import { rawAnswer } from "../testing/raw-request.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

/** Writes that change something, as an attacker would send them. */
const writes = [
  ["POST", "/orders/regular"],
  ["PUT", "/orders/regular/123"],
  ["DELETE", "/orders/regular/123"],
  ["POST", "/margins/orders"],
  ["PUT", "/portfolio/positions"],
  ["POST", "/gtt/triggers"],
  ["DELETE", "/alerts"],
  ["POST", "/mf/orders"],
  ["POST", "/logout"],
] as const;

test.each(writes)(
  "%s %s from a foreign page is refused, with the victim's cookie and a stolen CSRF token",
  async (method, path) => {
    const { origin, victim, since } = await attacked();
    const own = await victim.writing(origin);
    const foreign = [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: `${origin}.evil.example` },
      { origin: `${origin}@evil.example` },
      { origin: origin.replace("127.0.0.1", "localhost") },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ];
    for (const forged of foreign) {
      const reply = await victim.ask(`${origin}/kite${path}`, {
        method,
        headers: { ...own, ...form, ...forged },
        body: "",
      });
      expect([reply.status, reply.json().error_type]).toEqual([403, "GatewayException"]);
    }
    const { origin: _, ...withoutOrigin } = own;
    expect((await victim.ask(`${origin}/kite${path}`, { method, headers: { ...withoutOrigin, ...form } })).status).toBe(
      403,
    );
    expect(since()).toEqual([]);
  },
);

test.each(writes)("%s %s without the session's own CSRF token is refused", async (method, path) => {
  const { origin, victim, signedIn, since, reached } = await attacked();
  const own = await victim.writing(origin);
  const others = (await (await signedIn("SIM002")).writing(origin))["x-csrf-token"] ?? "";
  const before = since().length;
  const token = own["x-csrf-token"] ?? "";
  for (const wrong of [
    "",
    others,
    token.slice(1),
    `${token}A`,
    `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`,
    "é",
  ]) {
    const reply = await rawAnswer(origin, method, `/kite${path}`, {
      ...own,
      ...form,
      cookie: victim.cookie,
      ...(wrong ? { "x-csrf-token": wrong } : { "x-csrf-token": "" }),
      "content-length": "0",
    });
    expect(reply.status).toBe(403);
  }
  expect(since().length).toBe(before);
  expect(reached().filter((line) => line.endsWith(path))).toEqual([]);
});

test("reads from a foreign page are refused too", async () => {
  const { origin, victim, since } = await attacked();
  for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://evil.example" }, { origin: "null" }]) {
    for (const path of ["/orders", "/session", "/instruments/NSE"]) {
      expect((await victim.ask(`${origin}/kite${path}`, { headers })).status).toBe(403);
    }
  }
  expect(since()).toEqual([]);
});

test("no answer allows another origin to read it, and no preflight succeeds", async () => {
  const { origin, victim } = await attacked();
  const preflight = await victim.ask(`${origin}/kite/orders/regular`, {
    method: "OPTIONS",
    headers: { origin: "https://evil.example", "access-control-request-method": "POST" },
  });
  expect(preflight.status).toBe(405);
  const read = await victim.ask(`${origin}/kite/orders`);
  for (const { headers } of [preflight, read]) {
    expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
  }
});
