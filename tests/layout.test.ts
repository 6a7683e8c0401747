import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { domains, packages } from "./workspace/packages.ts";

/** `get-mf-orders` becomes `getMfOrders`; names with upper-case words are compared without case. */
const functionName = (file: string): string => file.replace(/-/g, "").toLowerCase();

describe.each(domains)("$name", ({ path }) => {
  const files = readdirSync(`${path}/src/endpoints`);
  const endpoints = files
    .filter((file) => /^[a-z0-9-]+\.ts$/.test(file) && file !== "index.ts")
    .map((file) => file.slice(0, -3));
  const barrel = readFileSync(`${path}/src/endpoints/index.ts`, "utf8");
  const index = readFileSync(`${path}/src/index.ts`, "utf8");

  test.each(endpoints)("%s has a test beside it", (endpoint) => {
    expect(files).toContain(`${endpoint}.test.ts`);
  });

  test.each(endpoints)("%s is one endpoint, named like its file, in the barrel", (endpoint) => {
    const source = readFileSync(`${path}/src/endpoints/${endpoint}.ts`, "utf8");
    const [, name, ...others] = source.match(/^export const (\w+)\b/m) ?? [];
    expect(others).toEqual([]);
    expect(name?.toLowerCase()).toBe(functionName(endpoint));
    expect(source).toContain(`id: "${name}"`);
    expect(barrel).toContain(`from "./${endpoint}.ts"`);
    expect(barrel).toMatch(new RegExp(`\\b${name}\\b`));
  });

  test("every endpoint leaves the package through its index", () => {
    expect(index).toContain('export * from "./endpoints/index.ts";');
  });
});

describe.each(packages)("$name", ({ path, manifest }) => {
  test.each(["README.md", "LICENSE"])("brings its %s", (file) => {
    expect(existsSync(`${path}/${file}`)).toBe(true);
  });

  test("index.ts holds export lines only", () => {
    const statements = readFileSync(`${path}/src/index.ts`, "utf8")
      .replace(/\/\*[\s\S]*?\*\//g, "")
      .split(/;\s*/)
      .filter((statement) => statement.trim());
    for (const statement of statements) expect(statement.trim()).toMatch(/^export (type )?(\{|\*)/);
  });

  test("source files are small", () => {
    const sources = readdirSync(`${path}/src`, { recursive: true, encoding: "utf8" }).filter(
      (file) => /\.ts$/.test(file) && !/\.test(-d)?\.ts$/.test(file),
    );
    for (const file of sources)
      expect.soft(readFileSync(`${path}/src/${file}`, "utf8").split("\n").length, file).toBeLessThanOrEqual(220);
  });

  test("its domain neighbours are strangers to it", () => {
    const names = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies }).filter((name) =>
      name.startsWith("@kite/"),
    );
    const below = ["@kite/core", "@kite/models"];
    if (domains.some((domain) => domain.path === path))
      expect(names.filter((name) => !below.includes(name))).toEqual([]);
  });
});
