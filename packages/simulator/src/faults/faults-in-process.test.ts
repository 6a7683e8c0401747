import { expect, test } from "vitest";
import { createSimulator } from "../simulator.ts";
import { exchangeForm } from "../testing/caller.ts";

const drop = { kind: "drop", executed: true } as const;

test("drop rejects as the platform does when a connection is reset", async () => {
  const simulator = createSimulator({ faults: [{ fault: drop }] });
  const error = await simulator.fetch("http://x/user/profile").catch((reason) => reason);
  expect(error).toEqual(new TypeError("fetch failed"));
  expect(error.cause.code).toBe("ECONNRESET");
});

test("drop does its work before, or never does it", async () => {
  const simulator = createSimulator();
  const exchange = async () => {
    const { request_token } = await simulator.login();
    const body = new URLSearchParams(exchangeForm(simulator, request_token));
    const post = () => simulator.fetch("http://x/session/token", { method: "POST", body });
    await expect(post()).rejects.toThrow("fetch failed");
    simulator.faults.clear();
    return (await post()).status;
  };
  simulator.faults.set([{ fault: drop }]);
  expect(await exchange()).toBe(403); // the token was spent on the answer that was lost
  simulator.faults.set([{ fault: { ...drop, executed: false } }]);
  expect(await exchange()).toBe(200);
});

test("hang ends when the caller gives up, and when the simulator closes", async () => {
  const simulator = createSimulator({ faults: [{ fault: { kind: "hang", executed: false } }] });
  const patience = new AbortController();
  const impatient = simulator.fetch("http://x/user/profile", { signal: patience.signal });
  const patient = simulator.fetch("http://x/user/profile");
  patience.abort(new Error("enough"));
  await expect(impatient).rejects.toThrow("enough");
  await simulator.close();
  await expect(patient).rejects.toThrow("fetch failed");
});

test("cut breaks the body off in the middle", async () => {
  const whole = await (await createSimulator().fetch("http://x/user/profile")).text();
  const answer = await createSimulator({ faults: [{ fault: { kind: "cut" } }] }).fetch("http://x/user/profile");
  expect(answer.headers.get("content-length")).toBe(String(whole.length));
  const reader = (answer.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  expect(new TextDecoder().decode(value)).toBe(whole.slice(0, whole.length / 2));
  await expect(reader.read()).rejects.toThrow(new TypeError("terminated"));
});

test("false answers are answers", async () => {
  const simulator = createSimulator({ faults: [{ fault: { kind: "html", executed: false } }] });
  const answer = await simulator.fetch("http://x/user/profile");
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/html; charset=utf-8"]);
});

test("latency is as long as the clock says: an hour passes in a few milliseconds on a fast one", async () => {
  const hour = 3_600_000;
  const simulator = createSimulator({
    clock: { speed: 1_000_000 },
    faults: [{ fault: { kind: "latency", min: hour, max: hour } }],
  });
  const before = simulator.requests.length;
  expect((await simulator.fetch("http://x/user/profile")).status).toBe(403);
  expect(simulator.requests).toHaveLength(before + 1);
  expect(simulator.faults.injected).toMatchObject([{ ms: hour, status: 403 }]);
});

test("the same seed brings the same faults to the same requests, and changes no price", async () => {
  const walk = async (faults: boolean) => {
    const simulator = createSimulator({ seed: 3, clock: () => 1_772_500_000_000 });
    const { request_token } = await simulator.login();
    const body = new URLSearchParams(exchangeForm(simulator, request_token));
    const session = await simulator.fetch("http://x/session/token", { method: "POST", body });
    const { access_token } = (await session.json()).data;
    const headers = { authorization: `token ${simulator.apiKey}:${access_token}` };
    if (faults) simulator.faults.set([{ match: "GET /portfolio/*", chance: 0.5, fault: drop }]);
    for (let count = 0; count < 30; count += 1) {
      await simulator.fetch("http://x/portfolio/holdings", { headers }).catch(() => undefined);
    }
    const quote = await simulator.fetch("http://x/quote?i=NSE:INFY", { headers });
    return { injected: simulator.faults.injected, quote: await quote.text() };
  };
  const [once, twice, without] = [await walk(true), await walk(true), await walk(false)];
  expect(twice).toEqual(once);
  expect(once.injected.length).toBeGreaterThan(5);
  expect(without.quote).toBe(once.quote);
});
