import { getDotPath, parse, safeParse } from "valibot";
import { expect, test } from "vitest";
import { OrderMetaSchema } from "./order-meta.ts";

const iceberg = { leg: 1, legs: 5, leg_quantity: 200, total_quantity: 1000, remaining_quantity: 800 };

test("takes an empty object, an iceberg and text", () => {
  for (const meta of [{}, { iceberg }, "", "{}"]) expect(parse(OrderMetaSchema, meta)).toEqual(meta);
});

test("names the figure of an iceberg that is of a wrong type", () => {
  const meta = { iceberg: { ...iceberg, legs: "5" } };
  const { output, issues } = safeParse(OrderMetaSchema, meta);
  expect(issues?.map((issue) => getDotPath(issue))).toEqual(["iceberg.legs"]);
  expect(output).toEqual(meta);
});
