import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, expect, test } from "vitest";

const home: string = fileURLToPath(new URL("../", import.meta.url));
const program: string = readFileSync(`${home}fixtures/program.ts`, "utf8");

const options = {
  target: "es2022",
  module: "nodenext",
  lib: ["es2023", "dom"],
  types: [],
  strict: true,
  noUncheckedIndexedAccess: true,
  noEmit: true,
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  customConditions: ["@kite/source"],
};

let complaints = "";
beforeAll(() => {
  const folder = mkdtempSync(join(home, "node_modules/.program-"));
  writeFileSync(join(folder, "before.ts"), program);
  writeFileSync(join(folder, "after.ts"), program.replace('from "kiteconnect"', 'from "../../src/index.ts"'));
  writeFileSync(
    join(folder, "wrong.ts"),
    `${program.replace('from "kiteconnect"', 'from "../../src/index.ts"')}\nkc.getOrder();\n`,
  );
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: options, include: ["*.ts"] }));
  const { stdout } = spawnSync(`${home}node_modules/.bin/tsc`, ["-p", folder, "--pretty", "false"], {
    encoding: "utf8",
  });
  complaints = stdout;
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const about = (file: string) => complaints.split("\n").filter((line) => line.includes(`${file}.ts(`));

test("a program written against the old types compiles with them", () => {
  expect(about("before")).toEqual([]);
});

test("and, unchanged, with ours", () => {
  expect(about("after")).toEqual([]);
});

test("and not with a call that nobody has", () => {
  expect(about("wrong")).toEqual([expect.stringContaining("Property 'getOrder' does not exist")]);
});
