import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { emptyProject, managers } from "./install.mjs";

const server = `
import { startSimulator } from "@kite/simulator";
import { createHash } from "node:crypto";
const simulator = await startSimulator({ tickEveryMs: 100 });
const { request_token } = await simulator.login();
const { apiKey, apiSecret, environment } = simulator;
const checksum = createHash("sha256").update(apiKey + request_token + apiSecret).digest("hex");
const body = new URLSearchParams({ api_key: apiKey, request_token, checksum });
const answer = await fetch(environment.root + "/session/token", { method: "POST", body, headers: { "X-Kite-Version": "3" } });
const { data } = await answer.json();
console.log(JSON.stringify({ apiKey, apiSecret, accessToken: data.access_token, environment }));
`;

/** The published simulator, running in a process of its own: the far end of all programs. */
export async function startExchange(registry) {
  const path = emptyProject(registry, "npm");
  await managers.npm(path, ["@kite/simulator"]);
  writeFileSync(join(path, "serve.mjs"), server);
  const child = spawn(process.execPath, ["serve.mjs"], { cwd: path, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout)) return { kite: JSON.parse(line), stop: () => child.kill() };
  throw new Error("the exchange did not start");
}
