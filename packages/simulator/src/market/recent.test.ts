import { expect, test } from "vitest";
import { Recent } from "./recent.ts";

test("works a result out once, an absent one as well, and forgets what nobody asked for longest", () => {
  const recent = new Recent<string | undefined>(2);
  const worked: string[] = [];
  const get = (name: string) => recent.get(name, () => void worked.push(name));
  for (const name of ["a", "b", "a", "c", "a", "b"]) get(name);
  expect(worked).toEqual(["a", "b", "c", "b"]);
});
