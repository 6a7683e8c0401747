import { expect, test } from "vitest";
import { packages } from "./workspace/packages.ts";

const entries = packages.flatMap(({ name, path, manifest }) =>
  Object.entries(manifest.exports)
    .filter(([, target]) => typeof target === "object")
    .map(
      ([entry, target]) =>
        [`${name}${entry.slice(1)}`, `${path}/${(target as Record<string, string>).default}`] as const,
    ),
);

test.each(entries)("%s exports these names, and a change of them is deliberate", async (_, file) => {
  expect(Object.keys(await import(file)).sort()).toMatchSnapshot();
});
