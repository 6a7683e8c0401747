import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256 } from "./checksum.ts";

test("gives the published vectors", async () => {
  expect(await sha256("testkeytesttokentestsecret")).toBe(
    "04eea19ccb07c3d9c4c857db3647d713276d7b3a071b5043cd45616c81cdf63d",
  );
  expect(await sha256("2203030003089322022-03-03 09:24:25testsecret")).toBe(
    "a1edcbdbcb51292cddfded250595d4e191b95da92d9b9914e591383ae4fe6852",
  );
});

test("agrees with Node's own hash on any text", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      expect(await sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
    }),
  );
});
