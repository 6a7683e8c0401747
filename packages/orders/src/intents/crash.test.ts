import { type ChildProcess, fork } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createKite } from "@kite/core";
import { type Simulator, startSimulator } from "@kite/simulator";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { audited } from "../testing/audited.ts";
import { fileIntentLog } from "./file-intent-log.ts";
import { recoverIntents } from "./recover-intents.ts";

/** How often the bot is killed; `KITE_CRASHES=200` for a long run. */
const crashes = Number(process.env.KITE_CRASHES ?? 10);
const looks = [10, 40, 100, 250];
/** Steps between the intent and the end, at which it is killed. */
const steps = ["intent-logged", "queued", "sent", "answered", "doubtful", "looking", "found", "done"];

let folder = "";
let simulator: Simulator;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "crash-"));
  await build({
    entryPoints: [fileURLToPath(new URL("../testing/crashing.ts", import.meta.url))],
    outfile: join(folder, "bot.mjs"),
    ...{ bundle: true, platform: "node", format: "esm", conditions: ["@kite/source"], logLevel: "silent" },
  });
  simulator = await startSimulator({ seed: 5, latencyMs: 5 });
});
afterAll(async () => {
  await simulator.close();
  await rm(folder, { recursive: true, force: true });
});

test(`killed ${crashes} times on the way, it knows every order afterwards, and none is doubled`, async () => {
  const { apiKey, environment } = simulator;
  const accessToken = await signIn();
  const path = join(folder, "intents.jsonl");
  simulator.faults.set([
    { match: "POST /orders/*", chance: 0.15, fault: { kind: "drop", executed: true } },
    { match: "POST /orders/*", chance: 0.1, fault: { kind: "drop", executed: false } },
    { match: "POST /orders/*", chance: 0.1, fault: { kind: "status", status: 503, executed: true } },
    { match: "POST /orders/*", chance: 0.1, fault: { kind: "timed-out", executed: true } },
    { match: "POST /orders/*", chance: 0.1, fault: { kind: "cut" } },
    { match: "POST /orders/*", chance: 0.3, fault: { kind: "late", min: 10, max: 150 } },
    { match: "GET /orders", chance: 0.2, fault: { kind: "drop", executed: false } },
  ]);
  for (let crash = 0; crash < crashes; crash += 1) {
    const settings = JSON.stringify({ apiKey, accessToken, environment, path, looks });
    await killSomewhere(fork(join(folder, "bot.mjs"), [settings], { execArgv: [] }));
  }
  simulator.faults.clear();
  // What the last one had sent may be on its way, and hidden for 150 ms then.
  await new Promise((resolve) => setTimeout(resolve, 400));
  const kite = createKite({ apiKey, accessToken, environment });
  const log = audited(fileIntentLog(path), `${path}.audit`);
  await recoverIntents(kite, log, { looks: [300] });

  const book = simulator.orders();
  const written = (await readFile(`${path}.audit`, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  const intents = new Set(written.flatMap(({ intent }) => intent ?? []));
  const resolved = new Map(written.flatMap((line) => (line.resolved ? [[line.resolved, line]] : [])));
  const open = new Set((await log.open()).map(({ id }) => id));
  const tags = book.flatMap(({ tag }) => (tag !== null && intents.has(tag) ? tag : []));
  expect(tags.length).toBeGreaterThan(crashes / 2);
  expect(new Set(tags).size).toBe(tags.length);
  // Every order stands in the log, was found, and under its own id; what is still open is not in the book.
  for (const { tag, order_id, tradingsymbol, price } of book) {
    if (tradingsymbol !== "INFY" || price !== 1_400) continue;
    expect(intents).toContain(tag);
    expect(resolved.get(tag)).toMatchObject({ outcome: "placed", order_ids: [order_id] });
    expect(open).not.toContain(tag);
  }
  for (const [id, { outcome }] of resolved) if (outcome === "placed") expect(tags).toContain(id);
}, 600_000);

/** Waits until the bot has come to some step, and a little longer, and kills it. */
async function killSomewhere(bot: ChildProcess): Promise<void> {
  const step = steps[Math.floor(Math.random() * steps.length)];
  let skip = Math.floor(Math.random() * 4);
  const reached = new Promise<void>((resolve) =>
    bot.on("message", (stage) => {
      if (stage === step) skip -= 1;
      if (skip < 0) resolve();
    }),
  );
  // Some steps are rare, "doubtful" for one: then any point will do.
  await Promise.race([reached, new Promise((resolve) => setTimeout(resolve, 1_500)), once(bot, "exit")]);
  expect(bot.exitCode).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, Math.random() * 10));
  bot.kill("SIGKILL");
  if (bot.signalCode === null) await once(bot, "exit");
}

async function signIn(): Promise<string> {
  const { apiKey, apiSecret, environment } = simulator;
  const { request_token } = await simulator.login();
  const checksum = createHash("sha256").update(`${apiKey}${request_token}${apiSecret}`).digest("hex");
  const { data } = await createKite({ apiKey, environment }).send({
    ...{ endpoint: "session", method: "POST", path: "/session/token", authorised: false, secret: true },
    form: { api_key: apiKey, request_token, checksum },
  });
  return (data as { access_token: string }).access_token;
}
