import { beforeAll, expect, test } from "vitest";
import { runSamples } from "./workspace/run-samples.ts";
import { samples } from "./workspace/samples.ts";
import { runTestSample } from "./workspace/test-samples.ts";

const all = samples().filter(({ kind }) => kind !== "fragment");
const isTest = ({ code }: { readonly code: string }) => code.includes('from "vitest"');
const programs = all.filter((sample) => !isTest(sample));

let failures: Map<string, string | undefined>;
beforeAll(async () => {
  failures = await runSamples(programs);
}, 600_000);

test.each(programs.map(({ place }) => place))("%s runs against the simulator", (place) => {
  expect(failures.has(place)).toBe(true);
  expect(failures.get(place)).toBeUndefined();
});

test.each(all.filter(isTest).map((sample) => [sample.place, sample] as const))(
  "%s is a test that passes",
  async (_, sample) => {
    expect(await runTestSample(sample)).toMatch(/Tests +\d+ passed/);
  },
  60_000,
);
