import { expect, test } from "vitest";

// Plain JavaScript, because its processes run on Node itself.
interface Verdict {
  readonly [name: string]: number;
}
interface Storm {
  runStorm(options: { placements: number; seed: number; margin: number }): Promise<object>;
}

/**
 * `pnpm storm` runs the whole of it, with ten thousand placements, and prints the share of the allowed rate as well: that is the machine's
 * doing too, and no matter for a test. The margin is that of a machine which runs all other tests at the same time.
 */
test("through a storm every caller is told the truth, no order is doubled, and no limit is passed", {
  timeout: 120_000,
}, async () => {
  const { runStorm } = (await import("./storm/run-storm.mjs" as string)) as Storm;
  const { judge } = (await import("./storm/judge.mjs" as string)) as { judge(result: object): Verdict };
  const placements = 850;
  const verdict = judge(await runStorm({ placements, seed: 7, margin: 50 }));
  expect(verdict).toMatchObject({
    answered: placements,
    duplicates: 0,
    "untrue answers": 0,
    "orders nobody was told of": 0,
  });
  expect(verdict["faults that struck"]).toBeGreaterThan(placements / 5);
  expect(verdict.unknown).toBeLessThan(placements / 5);
  expect(verdict["most in a sliding second"]).toBeLessThanOrEqual(10);
  expect(verdict["most in a calendar second"]).toBeLessThanOrEqual(10);
  expect(verdict["most in a sliding minute"]).toBeLessThanOrEqual(400);
});
