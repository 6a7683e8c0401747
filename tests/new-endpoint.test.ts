import { execFile, spawnSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, expect, test } from "vitest";
import { root } from "./workspace/packages.ts";

const run = promisify(execFile);
let copy = "";

/** A copy of the portfolio package that finds its dependencies, at a place of its own. */
beforeEach(() => {
  copy = mkdtempSync(join(root, "node_modules/.new-endpoint-"));
  const from = `${root}packages/portfolio`;
  const to = `${copy}/packages/portfolio`;
  mkdirSync(`${to}/node_modules/@kite`, { recursive: true });
  for (const name of ["src", "package.json"]) cpSync(`${from}/${name}`, `${to}/${name}`, { recursive: true });
  for (const name of ["core", "models", "testing"])
    symlinkSync(realpathSync(`${root}packages/${name}`), `${to}/node_modules/@kite/${name}`);
  for (const name of readdirSync(`${from}/node_modules`).filter((name) => !/^[.@]/.test(name))) {
    symlinkSync(realpathSync(`${from}/node_modules/${name}`), `${to}/node_modules/${name}`);
  }
  cpSync(`${root}tsconfig.base.json`, `${copy}/tsconfig.base.json`);
  writeFileSync(`${to}/tsconfig.json`, '{ "extends": "../../tsconfig.base.json", "include": ["src/endpoints"] }');
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

const generate = (...args: string[]) => run("node", [`${root}scripts/new-endpoint.mjs`, ...args], { cwd: copy });

test("writes an endpoint whose test passes, that compiles, is formatted, and leaves through the barrel", {
  timeout: 60_000,
}, async () => {
  const { stdout } = await generate("portfolio", "get-pledges");
  expect(stdout).toContain("packages/portfolio/src/endpoints/get-pledges.test.ts");
  const folder = `${copy}/packages/portfolio/src/endpoints`;
  const barrel = readFileSync(`${folder}/index.ts`, "utf8").trim().split("\n");
  const files = barrel.map((line) => line.match(/"\.\/(.+)\.ts"/)?.[1]);
  expect(barrel).toContain('export { getPledges } from "./get-pledges.ts";');
  expect(files.indexOf("get-pledges")).toBe(files.indexOf("get-positions") - 1);

  await run(`${root}node_modules/.bin/tsc`, ["-p", `${copy}/packages/portfolio`]);
  for (const file of ["get-pledges.ts", "get-pledges.test.ts"]) {
    const source = readFileSync(`${folder}/${file}`, "utf8");
    const args = ["check", "--write", `--stdin-file-path=packages/${file}`];
    const { stdout: tidy } = spawnSync(`${root}node_modules/.bin/biome`, args, {
      cwd: root,
      input: source,
      encoding: "utf8",
    });
    expect(source).toBe(tidy);
  }
  writeFileSync(
    `${copy}/vitest.config.mjs`,
    'export default { ssr: { resolve: { conditions: ["@kite/source", "module", "node"] } } };',
  );
  const passed = await run(`${root}node_modules/.bin/vitest`, ["run", "--root", copy, "get-pledges"], {
    cwd: copy,
    env: { ...process.env, NO_COLOR: "1" },
  });
  expect(passed.stdout).toMatch(/Tests\s+2 passed/);
});

test.each([
  [["nowhere", "get-pledges"], "There is no packages/nowhere/src/endpoints."],
  [["portfolio", "GetPledges"], '"GetPledges" is not a name'],
  [["portfolio"], '"" is not a name'],
  [["portfolio", "get-holdings"], "exists already"],
])("%j is refused with what to do, and nothing is written", async (args, message) => {
  const barrel = readFileSync(`${copy}/packages/portfolio/src/endpoints/index.ts`, "utf8");
  await expect(generate(...args)).rejects.toMatchObject({ code: 1, stderr: expect.stringContaining(message) });
  expect(readFileSync(`${copy}/packages/portfolio/src/endpoints/index.ts`, "utf8")).toBe(barrel);
  expect(existsSync(`${copy}/packages/nowhere`)).toBe(false);
});
