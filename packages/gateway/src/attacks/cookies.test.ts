import fc from "fast-check";
import { expect, test } from "vitest";
import { attacked } from "../testing/attacked.ts";
import { Browser } from "../testing/browser.ts";

test("a cookie that was changed anywhere signs nobody in", async () => {
  const { origin, victim, since } = await attacked();
  const [name = "", value = ""] = [...victim.jar][0] ?? [];
  await fc.assert(
    fc.asyncProperty(fc.nat(value.length - 1), fc.constantFrom(..."ABCxyz019-_."), async (at, letter) => {
      fc.pre(value[at] !== letter);
      // The last letter of a part holds bits that mean nothing.
      fc.pre(value[at + 1] !== "." && at + 1 < value.length);
      const tampered = value.slice(0, at) + letter + value.slice(at + 1);
      const reply = await new Browser().ask(`${origin}/kite/orders`, { headers: { cookie: `${name}=${tampered}` } });
      expect([reply.status, reply.json().error_type]).toEqual([403, "TokenException"]);
    }),
    { numRuns: 60 },
  );
  expect(since()).toEqual([]);
});

test("a login's cookie is no session, and a session's no login", async () => {
  const { origin, victim } = await attacked();
  const browser = new Browser();
  const back = await browser.throughLoginPage(origin);
  const [login = ""] = [...browser.jar.values()];
  const [[name = "", session = ""] = []] = [...victim.jar];
  const asSession = await new Browser().ask(`${origin}/kite/orders`, { headers: { cookie: `${name}=${login}` } });
  expect(asSession.json().error_type).toBe("TokenException");
  const asLogin = name.replace("kite-", "kite-login-");
  expect((await new Browser().ask(back, { headers: { cookie: `${asLogin}=${session}` } })).status).toBe(403);
});
