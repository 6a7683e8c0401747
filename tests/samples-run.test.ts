import { beforeAll, expect, test } from "vitest";
import { runSamples } from "./workspace/run-samples.ts";
import { samples } from "./workspace/samples.ts";

const all = samples().filter(({ kind }) => kind !== "fragment");
let failures: Map<string, string | undefined>;
beforeAll(async () => {
  failures = await runSamples(all);
}, 600_000);

test.each(all.map(({ place }) => place))("%s runs against the simulator", (place) => {
  expect(failures.has(place)).toBe(true);
  expect(failures.get(place)).toBeUndefined();
});
