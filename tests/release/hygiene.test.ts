import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
// @ts-expect-error a script without types
import { faultsOf } from "../../scripts/rehearse/hygiene.mjs";

const root = mkdtempSync(join(tmpdir(), "kite-hygiene-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const manifest = {
  name: "@kite/sample",
  version: "0.1.0",
  description: "A sample",
  license: "MIT",
  repository: {},
  engines: {},
  exports: { ".": { types: "./dist/index.d.ts", default: "./dist/index.js" } },
  publishConfig: { provenance: true },
  dependencies: { valibot: "^1.5.0" },
};
const good = {
  "package.json": JSON.stringify(manifest),
  "README.md": "",
  LICENSE: "",
  "CHANGELOG.md": "",
  "src/index.ts": "",
  "dist/index.d.ts": "export {};",
  "dist/index.js": 'import { object } from "valibot";\nimport { x } from "node:fs";\nexport * from "./other.js";\n',
  "dist/index.js.map": '{ "sources": ["../src/index.ts"] }',
};
let count = 0;
function faultsWith(changes: Record<string, string | undefined>): string[] {
  count += 1;
  const folder = join(root, String(count));
  for (const [file, text] of Object.entries({ ...good, ...changes })) {
    if (text === undefined) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return faultsOf(folder);
}
const withManifest = (changes: object) => ({ "package.json": JSON.stringify({ ...manifest, ...changes }) });

test("a package as it should be has no fault", () => {
  expect(faultsWith({})).toEqual([]);
});

test.each([
  ["a test", { "src/index.test.ts": "" }, "src/index.test.ts is a test"],
  ["a source map to nowhere", { "src/index.ts": undefined }, "which is not there"],
  ["a promised file that is missing", { "dist/index.d.ts": undefined }, "./dist/index.d.ts is promised and missing"],
  ["no changelog", { "CHANGELOG.md": undefined }, "CHANGELOG.md is missing"],
  ["a range that leads into a workspace", withManifest({ dependencies: { valibot: "workspace:^" } }), "asked for as"],
  [
    "a range that leaves its own release",
    withManifest({ dependencies: { valibot: "^1.5.0", "@kite/core": "^0.0.9" } }),
    "@kite/core is asked for as ^0.0.9",
  ],
  ["an import that is not declared", { "dist/other.js": 'import "left-pad";\n' }, "left-pad is used and not declared"],
  ["a dependency that nothing imports", { "dist/index.js": "export {};\n" }, "valibot is declared and not used"],
  ["no provenance", withManifest({ publishConfig: {} }), "provenance"],
] as const)("finds %s", (_, changes, fault) => {
  expect(faultsWith(changes).join("\n")).toContain(fault);
});
