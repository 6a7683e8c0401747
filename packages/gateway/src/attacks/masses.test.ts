import { connect } from "node:net";
import { expect, test } from "vitest";
import { attacked } from "../testing/attacked.ts";
import { rawAnswer } from "../testing/raw-request.ts";

const form = { "content-type": "application/x-www-form-urlencoded" };

test("a thousand slow sockets of strangers are turned away unread, and the signed-in page goes on", async () => {
  const { origin, gateway, victim, since } = await attacked();
  const { port } = new URL(origin);
  const head = `POST /kite/orders/regular HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\norigin: ${origin}\r\ncontent-length: 60000\r\n\r\n`;
  const ends = Array.from({ length: 1_000 }, () => {
    const socket = connect(Number(port), "127.0.0.1");
    socket.on("error", () => {});
    socket.resume();
    socket.write(head);
    return new Promise((resolve) => socket.on("close", resolve));
  });
  expect((await victim.ask(`${origin}/kite/orders`)).status).toBe(200);
  await Promise.all(ends);
  expect(gateway.stats().underWay).toBe(0);
  expect(since()).toEqual(["GET /orders"]);
}, 30_000);

test("a thousand bodies that never end are given up, and hold nothing afterwards", async () => {
  const { origin, gateway, victim, since } = await attacked({ limits: { bodyTime: 500 } });
  const headers = { ...(await victim.writing(origin)), ...form, cookie: victim.cookie, "content-length": "100" };
  const answers = await Promise.all(
    Array.from({ length: 1_000 }, () =>
      rawAnswer(origin, "POST", "/kite/orders/regular", headers, (socket) => void socket.write("q")),
    ),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([408]));
  expect(gateway.stats().underWay).toBe(0);
  expect(since()).toEqual([]);
}, 60_000);

test("thousands of attacks leave nothing behind in memory", async () => {
  const { gateway, origin, victim } = await attacked();
  const gc = globalThis.gc ?? (await collector());
  const attack = async () => {
    for (let turn = 0; turn < 300; turn += 1) {
      await Promise.all([
        gateway(new Request(`${origin}/kite/login`)),
        gateway(new Request(`${origin}/kite/orders/${turn}`, { headers: { cookie: `${victim.cookie}x` } })),
        gateway(new Request(`${origin}/kite/callback?state=${turn}&status=success&request_token=x`)),
        gateway(new Request(`${origin}/kite/nothing-${turn}`)),
        gateway(new Request(`${origin}/kite/orders`, { method: "POST", body: "a=1" })),
      ]);
    }
    gc();
    return process.memoryUsage().heapUsed;
  };
  await attack();
  const before = await attack();
  const after = Math.min(await attack(), await attack());
  expect(after - before).toBeLessThan(4 * 1024 * 1024);
}, 60_000);

/** Node's garbage collector, without a flag on the command line. */
async function collector(): Promise<() => void> {
  const { setFlagsFromString } = await import("node:v8");
  const { runInNewContext } = await import("node:vm");
  setFlagsFromString("--expose-gc");
  return runInNewContext("gc") as () => void;
}
