import fc from "fast-check";
import { expect, test } from "vitest";
import { Flow } from "../testing/invariants/flow.ts";
import { type Step, steps } from "../testing/invariants/steps.ts";

async function run(seed: number, script: readonly Step[]): Promise<readonly string[]> {
  const flow = await Flow.start(seed, "trader");
  for (const step of script) {
    await flow.do(step);
    await flow.books();
  }
  for (const path of ["/mf/orders", "/mf/sips", "/user/profile/full", "/portfolio/holdings/auctions"])
    await flow.read(path);
  return flow.texts;
}

test("the same seed and the same script give the same bytes, another seed gives others", async () => {
  const script = fc.array(steps, { minLength: 8, maxLength: 16, size: "max" });
  const property = fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), script, async (seed, all) => {
    const [one, same] = [await run(seed, all), await run(seed, all)];
    expect(same).toEqual(one);
  });
  await fc.assert(property, { numRuns: 3 });
  expect(await run(3, [])).not.toEqual(await run(4, []));
}, 30_000);
