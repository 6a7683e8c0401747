import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { fileURLToPath } from "node:url";
import { createGateway } from "@kite/gateway";
import { attachStream, toNodeListener } from "@kite/gateway/node";
import { cpu } from "../harness/measure.mjs";

const CLIENTS = 200;
const INSTRUMENTS = 100;
const SECONDS = 10;

const start = (name, ...given) => {
  const script = fileURLToPath(new URL(`../harness/${name}.mjs`, import.meta.url));
  return spawn(process.execPath, [script, ...given.map(String)], { stdio: ["pipe", "pipe", "inherit"] });
};

/** The next thing that a process says. A failure of its own must not leave this one waiting. */
async function said(child) {
  const failed = once(child, "exit").then(([code]) => {
    throw new Error(`a process of the suite ended with ${code}`);
  });
  const [text] = await Promise.race([once(child.stdout, "data"), failed]);
  return String(text);
}

/** Signs in without a browser: the login page of this exchange is not looked at. */
async function signIn(gateway, origin) {
  const login = await gateway(new Request(`${origin}/kite/login`));
  const state = new URLSearchParams(new URL(login.headers.get("location")).searchParams.get("redirect_params")).get(
    "state",
  );
  const cookie = login.headers.getSetCookie()[0].split(";")[0];
  const callback = new Request(`${origin}/kite/callback?status=success&request_token=r&state=${state}`, {
    headers: { cookie },
  });
  const { headers, status } = await gateway(callback);
  if (status !== 303) throw new Error(`the login answered ${status}`);
  return headers.getSetCookie().at(-1).split(";")[0];
}

/** This process is the gateway; the exchange and the clients have one each. */
async function measure(choice, ticksPerSecond) {
  const exchange = start("gateway-exchange", ticksPerSecond);
  const port = await said(exchange);
  const root = `http://127.0.0.1:${Number(port)}`;
  const gateway = createGateway({
    apiKey: "key",
    apiSecret: "secret",
    environment: { root },
    sessions: { secret: "s".repeat(32) },
    limits: { tabs: CLIENTS },
  });
  const server = createServer(toNodeListener(gateway)).listen(0, "127.0.0.1");
  await once(server, "listening");
  attachStream(server, gateway);
  const origin = `http://127.0.0.1:${server.address().port}`;
  const cookie = await signIn(gateway, origin);
  const clients = start("gateway-clients", server.address().port, cookie, CLIENTS, INSTRUMENTS, choice, SECONDS);
  await said(clients);
  // A second to warm up.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = { cpu: cpu(), framesIn: gateway.stats().framesIn };
  clients.stdin.write("go");
  const figures = JSON.parse(await said(clients));
  if (figures.strangers > 0) throw new Error(`${figures.strangers} ticks of instruments that nobody asked for`);
  globalThis.gc?.();
  const framesIn = (gateway.stats().framesIn - before.framesIn) / SECONDS;
  exchange.kill();
  return {
    ...figures,
    framesIn,
    cpu: (cpu() - before.cpu) / SECONDS / 10_000,
    heap: process.memoryUsage().heapUsed / 1_048_576,
    conflated: gateway.stats().conflated,
  };
}

export const suite = {
  title: `Gateway: ${CLIENTS} tabs of one account, ${INSTRUMENTS} instruments each, full packets`,
  rounds: 3,
  scenarios: ["500", "2000"],
  describe: (ticks) => `${ticks} ticks a second`,
  cases: { "all tabs watch the same": "all", "each tab watches its own": "own" },
  measures: [{ name: "load", run: measure }],
  figures: [
    { name: "cpu", title: "CPU of the gateway, % of a core" },
    { name: "framesIn", title: "messages from Kite a second" },
    { name: "frames", title: "messages to tabs a second" },
    { name: "ticks", title: "ticks to tabs a second" },
    { name: "p50", title: "lag, ms: median" },
    { name: "p99", title: "lag, ms: 99 of 100" },
    { name: "heap", title: "heap after, MB" },
    { name: "conflated", title: "packets conflated" },
  ],
};
