import { expect, test } from "vitest";
import { packages } from "./workspace/packages.ts";

const entries = packages.flatMap(({ name, path, manifest }) =>
  Object.entries(manifest.exports).flatMap(([entry, target]) => {
    if (typeof target !== "object") return [];
    const files = target as Record<string, string>;
    return [[`${name}${entry.slice(1)}`, path, files] as const];
  }),
);

const namesIn = async (file: string): Promise<string[]> => Object.keys(await import(file)).sort();

test.each(entries)("%s exports these names, and a change of them is deliberate", async (_, path, files) => {
  const names = await namesIn(`${path}/${files.default}`);
  expect(names).toMatchSnapshot();
  // what Node reads is a build of its own
  if (files.node) expect(await namesIn(`${path}/${files.node}`)).toEqual(names);
});
