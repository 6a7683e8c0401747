import { expect, test, vi } from "vitest";
import { mounted } from "../testing/mounted.ts";
import { openedTab } from "../testing/tab.ts";
import { packetsOf } from "./packets.ts";

const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 5 });

test("a tab that stops reading delays nobody, holds a bounded amount, and gets the latest of each instrument afterwards", async () => {
  const { origin, gateway, signedIn, simulator } = await mounted({}, { tickEveryMs: 60_000 });
  const browser = await signedIn();
  const dump = await browser.ask(`${origin}/kite/instruments`);
  const tokens = dump.text
    .split("\n")
    .slice(1, 201)
    .map((row) => Number(row.split(",")[0]));
  const [slow, quick] = [await openedTab(origin, browser), await openedTab(origin, browser)];
  for (const tab of [slow, quick]) {
    tab.say({ a: "subscribe", v: tokens });
    tab.say({ a: "mode", v: ["full", tokens] });
  }
  await until(() => expect(simulator.stream.connections[0]?.modes.full).toBe(tokens.length));
  await until(() => expect(slow.frames.length).toBeGreaterThan(0));
  slow.socket.pause();

  await until(() => expect(quick.frames.length).toBeGreaterThan(0));
  quick.frames.length = 0;
  const before = process.memoryUsage().external;
  for (let round = 1; round <= 150; round += 1) {
    // 28 MB in all, more than the system holds for a socket; a round of less than a quick tab may leave unread.
    simulator.stream.flood(5);
    await until(() => expect(quick.frames.length).toBeGreaterThanOrEqual(5));
    quick.frames.length = 0;
  }
  expect(gateway.stats().conflated).toBeGreaterThan(tokens.length);
  expect(process.memoryUsage().external - before).toBeLessThan(64 * 1024 * 1024);

  slow.socket.resume();
  const last = new Map<number, string>();
  await until(() => {
    for (const frame of slow.frames.splice(0)) {
      for (const { token, bytes } of packetsOf(frame)) last.set(token, Buffer.from(bytes).toString("hex"));
    }
    expect(last.size).toBe(tokens.length);
    expect(slow.socket.readyState).toBe(slow.socket.OPEN);
  });
}, 60_000);
