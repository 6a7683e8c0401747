import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./sha256.ts";

test("agrees with Node on every text, across the borders of a block", () => {
  const node = (text: string) => createHash("sha256").update(text).digest("hex");
  for (let length = 0; length < 200; length += 1) expect(sha256("x".repeat(length))).toBe(node("x".repeat(length)));
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => sha256(text) === node(text)));
});
