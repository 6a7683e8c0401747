import { expect, test } from "vitest";
import { attacked } from "../testing/attacked.ts";
import { rawAnswer } from "../testing/raw-request.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

test.each([
  ["a line break in a value", "tag=a%0d%0aX-Evil:%201"],
  ["a NUL", "tag=a%00b"],
  ["a line break in a name", "ta%0ag=1"],
  ["a credential", "access_token=abc"],
  ["the app's key", "api_key=abc"],
  ["a name that no field has", "__proto__=1"],
  ["a name in brackets", "i[]=1"],
  ["too many fields", Array.from({ length: 1_201 }, (_, index) => `a${index}=1`).join("&")],
])("%s in a query or a form is refused", async (_, fields) => {
  const { origin, victim, since } = await attacked();
  const headers = { ...(await victim.writing(origin)), ...form };
  const replies = [
    await victim.ask(`${origin}/kite/orders?${fields}`),
    await victim.ask(`${origin}/kite/orders/regular`, { method: "POST", headers, body: fields }),
  ];
  for (const reply of replies) expect([reply.status, reply.json().error_type]).toEqual([400, "InputException"]);
  expect(since()).toEqual([]);
});

test("headers of the browser stay here", async () => {
  const seen: Headers[] = [];
  const { origin, victim } = await attacked({
    fetch: async (input, init) => {
      seen.push(new Headers(init?.headers));
      return fetch(input, init);
    },
  });
  await victim.ask(`${origin}/kite/orders`, {
    headers: {
      authorization: "token evil:evil",
      "x-forwarded-for": "1.2.3.4",
      "x-kite-userid": "SIM002",
      "user-agent": "evil",
      range: "bytes=0-1",
    },
  });
  expect([...(seen.at(-1) ?? [])].map(([name]) => name).sort()).toEqual(["authorization", "x-kite-version"]);
  expect(seen.at(-1)?.get("authorization")).not.toContain("evil");
});

test("what Kite's answer has in its headers does not reach the browser", async () => {
  const { origin, victim } = await attacked({
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const headers = new Headers(answer.headers);
      headers.append("set-cookie", "evil=1");
      headers.set("access-control-allow-origin", "*");
      headers.set("location", "https://evil.example");
      headers.set("x-powered-by", "kite");
      return new Response(answer.body, { status: answer.status, headers });
    },
  });
  const { headers, setCookies } = await victim.ask(`${origin}/kite/orders`);
  expect(setCookies).toEqual([]);
  expect(Object.keys(headers).sort()).toEqual(
    [
      ...[
        "cache-control",
        "connection",
        "content-security-policy",
        "content-type",
        "cross-origin-resource-policy",
        "date",
      ],
      ...["keep-alive", "referrer-policy", "transfer-encoding", "x-content-type-options", "x-request-id"],
    ].filter((name) => name in headers),
  );
  expect(headers).not.toHaveProperty("location");
});

test("bodies that are too large, endless, or say so beforehand are refused with 413", async () => {
  const { origin, victim, since } = await attacked({ limits: { bodyBytes: 1_000 } });
  const headers = { ...(await victim.writing(origin)), ...form };
  const large = await victim.ask(`${origin}/kite/orders/regular`, {
    method: "POST",
    headers,
    body: "a=".padEnd(1_001, "1"),
  });
  expect([large.status, large.json().error_type]).toEqual([413, "GatewayException"]);

  const announced = { ...headers, cookie: victim.cookie, "content-length": "99999999999" };
  expect((await rawAnswer(origin, "POST", "/kite/orders/regular", announced)).status).toBe(413);

  const chunked = { ...headers, cookie: victim.cookie, "transfer-encoding": "chunked" };
  const endless = await rawAnswer(origin, "POST", "/kite/orders/regular", chunked, (socket) => {
    const more = setInterval(() => socket.write(`400\r\n${"a".repeat(0x400)}\r\n`), 5);
    socket.on("close", () => clearInterval(more));
  });
  expect(endless.status).toBe(413);
  expect(since()).toEqual([]);
});

test("a body that never ends is refused with 408, and its connection is closed", async () => {
  const { origin, victim, since } = await attacked({ limits: { bodyTime: 200 } });
  const headers = { ...(await victim.writing(origin)), ...form, cookie: victim.cookie, "content-length": "100" };
  const { status, ended } = await rawAnswer(
    origin,
    "POST",
    "/kite/orders/regular",
    headers,
    (socket) => void socket.write("quan"),
  );
  expect([status, ended]).toEqual([408, true]);
  expect(since()).toEqual([]);
});
