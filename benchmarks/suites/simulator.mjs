import { fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { fileURLToPath } from "node:url";
import { startSimulator } from "@kite/simulator";
import { WebSocket } from "ws";
import { cpu } from "../harness/measure.mjs";

// The simulator runs in the process of the case, whose CPU time is measured; its clients run in another, which is this file again.

/** A Monday morning: every market is open. */
const clock = { start: Date.parse("2026-03-02T10:00:00+05:30") };
const users = [{ user_id: "BENCH1", user_name: "Bench", portfolio: "cash" }];

const ORDERS = 3_000;
const CONNECTIONS = 10;
const STREAM_SECONDS = 20;
const CLIENTS = 3;
const SUBSCRIPTIONS = 3_000;

async function signIn(simulator) {
  const { apiKey, apiSecret, url } = simulator;
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256")
    .update(apiKey + request_token + apiSecret)
    .digest("hex");
  const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
  const { data } = await (await fetch(`${url}/session/token`, { method: "POST", body })).json();
  return data.access_token;
}

/** Runs clients in a process of their own; `during` watches the simulator from when they are ready, and gives the figure. */
async function withClients(role, options, during) {
  const simulator = await startSimulator({ clock, users, ...options });
  const token = await signIn(simulator);
  const list = await fetch(`${simulator.url}/instruments`, {
    headers: { authorization: `token ${simulator.apiKey}:${token}` },
  });
  const listed = (await list.text())
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => Number(line.split(",")[0]));
  const { url, apiKey, environment } = simulator;
  const settings = JSON.stringify({ url, ws: environment.ws, apiKey, token, listed });
  const clients = fork(fileURLToPath(import.meta.url), [role, settings], { execArgv: [] });
  clients.on("exit", (code) => code && process.exit(code));
  await once(clients, "message");
  const figure = await during(clients);
  clients.kill();
  await simulator.close();
  return figure;
}

async function orders(role) {
  return withClients(role, {}, async (clients) => {
    const start = { cpu: cpu(), at: performance.now() };
    clients.send("go");
    const [accepted] = await once(clients, "message");
    const seconds = (performance.now() - start.at) / 1_000;
    if (accepted !== ORDERS) throw new Error(`${accepted} of ${ORDERS} orders accepted`);
    return { perSecond: ORDERS / seconds, perCpuSecond: (ORDERS * 1_000_000) / (cpu() - start.cpu) };
  });
}

async function stream(mode) {
  return withClients(`stream ${mode}`, {}, async (clients) => {
    const start = { cpu: cpu(), at: performance.now() };
    clients.send("go");
    await new Promise((resolve) => setTimeout(resolve, STREAM_SECONDS * 1_000));
    const share = (cpu() - start.cpu) / 1_000 / (performance.now() - start.at);
    clients.send("stop");
    const [packets] = await once(clients, "message");
    return { share, packets: packets / STREAM_SECONDS };
  });
}

/** The first simulator of a process: nothing is compiled or cached yet. */
async function start(options) {
  const begun = { cpu: cpu(), at: performance.now() };
  const simulator = await startSimulator({ clock, ...options });
  const figures = { milliseconds: performance.now() - begun.at, cpuMilliseconds: (cpu() - begun.cpu) / 1_000 };
  await simulator.close();
  return figures;
}

/** Sends orders over a few connections that stay open; gives how many were accepted. */
async function sendOrders({ url, apiKey, token }, formOf) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const { hostname, port } = new URL(url);
  const headers = { authorization: `token ${apiKey}:${token}`, "content-type": "application/x-www-form-urlencoded" };
  const share = { exchange: "NSE", tradingsymbol: "INFY", product: "MIS", quantity: "1" };
  const send = (number) =>
    new Promise((resolve, reject) => {
      const body = new URLSearchParams({ ...share, ...formOf(number) }).toString();
      request({ agent, hostname, port, method: "POST", path: "/orders/regular", headers }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode === 200));
      })
        .on("error", reject)
        .end(body);
    });
  let [sent, accepted] = [0, 0];
  const line = async () => {
    while (sent < ORDERS) {
      sent += 1;
      if (await send(sent)) accepted += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, line));
  agent.destroy();
  return accepted;
}

/** Opens the sockets, subscribes, and counts the packets from `go` to `stop`. */
async function listen({ ws, apiKey, token, listed }, mode) {
  // what is listed, and then tokens that nothing is listed under: they count as subscriptions and bring nothing
  const tokens = Array.from({ length: SUBSCRIPTIONS }, (_, index) => listed[index] ?? 4_000_000_001 + index * 256);
  let packets = 0;
  for (let client = 0; client < CLIENTS; client += 1) {
    const socket = new WebSocket(`${ws}/?api_key=${apiKey}&access_token=${token}`, { perMessageDeflate: false });
    await once(socket, "open");
    socket.on("message", (data, isBinary) => {
      if (isBinary && data.length > 2) packets += data.readUInt16BE(0);
    });
    socket.send(JSON.stringify({ a: "subscribe", v: tokens }));
    socket.send(JSON.stringify({ a: "mode", v: [mode, tokens] }));
  }
  // the snapshots, and a few rounds to warm up
  await new Promise((resolve) => setTimeout(resolve, 4_000));
  process.send("ready");
  await once(process, "message");
  packets = 0;
  await once(process, "message");
  process.send(packets);
}

const [role, settings] = process.argv.slice(2);
if (process.send && settings?.startsWith("{")) {
  const given = JSON.parse(settings);
  if (role.startsWith("stream")) {
    await listen(given, role.split(" ")[1]);
  } else {
    process.send("ready");
    await once(process, "message");
    const forms = {
      // in turn, so that the money lasts
      market: (number) => ({
        transaction_type: number % 2 ? "BUY" : "SELL",
        order_type: "MARKET",
        market_protection: "-1",
      }),
      resting: () => ({ transaction_type: "BUY", order_type: "LIMIT", price: "1200" }),
    };
    process.send(await sendOrders(given, forms[role]));
  }
}

export const suite = {
  title: "The simulator",
  rounds: 3,
  scenarios: ["one"],
  describe: () => "",
  cases: {
    "market orders, filled at once": () => orders("market"),
    "limit orders, all of them resting": () => orders("resting"),
    "9,000 subscriptions, full": () => stream("full"),
    "9,000 subscriptions, quote": () => stream("quote"),
    "start, everything listed": () => start({}),
    "start, a small market": () => start({ market: "small" }),
    "start, one share": () => start({ market: ["NSE:INFY"], users }),
  },
  measures: [{ name: "figures", run: (measure) => measure() }],
  figures: [
    { name: "perSecond", title: "orders accepted a second" },
    { name: "perCpuSecond", title: "orders accepted in a second of its CPU time" },
    { name: "share", title: "share of one core" },
    { name: "packets", title: "packets sent a second" },
    { name: "milliseconds", title: "milliseconds to start" },
    { name: "cpuMilliseconds", title: "CPU milliseconds to start" },
  ],
};
