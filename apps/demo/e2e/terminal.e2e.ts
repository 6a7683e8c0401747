import { once } from "node:events";
import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { addressOf, startDemo } from "./demo.ts";

test("--once walks through the SDK and ends well, without a terminal and without input", async () => {
  const demo = startDemo(["--once"]);
  const [code] = await once(demo.child, "close");
  const output = demo.output();
  expect(code).toBe(0);
  for (const call of [
    "auth.generateSession",
    "auth.getProfile",
    "auth.getMargins",
    "marketData.getQuote",
    "marketData.getHistoricalData",
    "orders.placeAndConfirm",
    "orders.getTradesWithPnl",
    "gtt.placeGTT",
    "alerts.createAlert",
    "mf.getMFHoldings",
    "portfolio.getHoldings",
    "portfolio.getPositionsWithPnl",
    "portfolio.convertPosition",
  ]) {
    expect(output).toContain(`✓ kite.${call}`);
  }
  expect(output).toContain("Asha Menon (SIM001) is logged in.");
  expect(output).toMatch(/Total +[\d,]+\.\d\d +[▲▼] [+−]₹[\d,]+\.\d\d/);
  expect(output).toMatch(/moved from CNC to MIS/);
  expect(output).not.toContain("\u001b");
  expect(output.split("\n").every((line) => line.length <= 80)).toBe(true);
});

test("prints the address, who is logged in and the portfolio; a signal stops it with exit code 0", async () => {
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    const demo = startDemo(["--port", "0"]);
    const address = await addressOf(demo);
    // a connection that is kept open must not keep the process
    expect((await fetch(address)).status).toBe(200);
    expect(demo.output()).toContain("Logged in as Asha Menon (SIM001)");
    expect(demo.output()).toMatch(/NSE:INFY +\d/);
    expect(await demo.stop(signal)).toBe(0);
    expect(demo.output()).toMatch(/Stopped\.\n$/);
  }
});

test("goes on to the next port when the usual one is taken, but not when a port was asked for", async () => {
  const { port, close } = await occupy(4173);
  onTestFinished(close);
  const next = startDemo([]);
  expect(Number(new URL(await addressOf(next)).port)).toBeGreaterThan(4173);
  const asked = startDemo(["--port", String(port)]);
  const [code] = await once(asked.child, "close");
  expect(code).toBe(1);
  expect(asked.output()).toContain(`kite demo: port ${port} is taken. Stop what listens there`);
});

test("a real account needs its registered address: a taken port is an error, and so is half an account", async () => {
  const { port, close } = await occupy(4173);
  onTestFinished(close);
  const demo = startDemo([], { KITE_API_KEY: "key", KITE_API_SECRET: "secret" });
  expect((await once(demo.child, "close"))[0]).toBe(1);
  expect(demo.output()).toContain(`port ${port} is taken`);
  const half = startDemo([], { KITE_API_KEY: "key" });
  expect((await once(half.child, "close"))[0]).toBe(1);
  expect(half.output()).toContain("set both KITE_API_KEY and KITE_API_SECRET");
});

test("says how it is used, and what it does not understand", async () => {
  const help = startDemo(["--help"]);
  expect((await once(help.child, "close"))[0]).toBe(0);
  expect(help.output()).toContain("--once");
  const wrong = startDemo(["--prot", "1"]);
  expect((await once(wrong.child, "close"))[0]).toBe(1);
  expect(wrong.output()).toContain("--prot");
  expect(wrong.output()).toContain("See --help.");
});

test("an output that goes away ends nothing", async () => {
  const demo = startDemo(["--port", "0"]);
  const address = await addressOf(demo);
  demo.child.stdout?.destroy();
  expect((await fetch(`${address}/demo/expire`, { method: "POST", headers: { origin: address } })).status).toBe(204);
  expect((await fetch(address)).status).toBe(200);
});

/** Takes a port, or finds it taken already. */
async function occupy(port: number): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(port, "127.0.0.1");
  await Promise.race([once(server, "listening"), once(server, "error").then(() => {})]).catch(() => {});
  return { port, close: () => server.close() };
}
