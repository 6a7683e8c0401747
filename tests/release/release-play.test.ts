import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { packages } from "../workspace/packages.ts";
import { type WorkspaceCopy, workspaceCopy } from "./workspace-copy.ts";

let copy: WorkspaceCopy;
beforeEach(async () => {
  copy = await workspaceCopy();
});
afterEach(() => copy.remove());

/** Published packages whose manifest names another one, and how. */
const builtOn = (name: string, how: "dependencies" | "peerDependencies") =>
  packages.filter(({ manifest }) => manifest[how]?.[name]).map(({ folder }) => folder);

const on = (folders: readonly string[], version: string) =>
  Object.fromEntries(folders.map((folder) => [folder, version]));

test("the changesets that wait release every package as 0.1.0, with a changelog", async () => {
  await copy.releasePending();
  expect(copy.versions()).toEqual(
    on(
      packages.map(({ folder }) => folder),
      "0.1.0",
    ),
  );
  for (const { folder } of packages) expect(copy.changelog(folder)).toContain("First release");
});

describe.each(["0.1.0", "1.0.0"])("with everything at %s", (version) => {
  beforeEach(async () => {
    await copy.releasePending();
    copy.setVersions(version);
  });
  const [patch, minor, major] = version === "0.1.0" ? ["0.1.1", "0.2.0", "1.0.0"] : ["1.0.1", "1.1.0", "2.0.0"];
  /** Below 1.0.0 a minor leaves the range of `^`, so that who is built on it has to move: by a patch. */
  const followers = (name: string) =>
    version === "1.0.0" ? [] : [...new Set([...builtOn(name, "dependencies"), ...builtOn(name, "peerDependencies")])];

  test.each(["core", "models", "portfolio"])("a patch of %s moves nothing else", async (folder) => {
    expect(await copy.release(folder, "patch", "Mends a thing.")).toEqual({ [folder]: patch });
  });

  test.each(["core", "models"])("a minor of %s moves no domain to a new major, nor out of 0.x", async (folder) => {
    const moved = await copy.release(folder, "minor", "Adds a thing.");
    expect(moved).toEqual({ ...on(followers(`@kite/${folder}`), patch), [folder]: minor });
  });

  test("a minor of one domain moves that domain, and below 1.0.0 who is built on it", async () => {
    const moved = await copy.release("orders", "minor", "Adds a thing.");
    expect(moved).toEqual({ ...on(followers("@kite/orders"), patch), orders: minor });
  });

  test("a major of one domain leaves its neighbours where they are", async () => {
    const moved = await copy.release("portfolio", "major", "Takes a thing away.");
    expect(Object.keys(moved).sort()).toEqual(["portfolio", ...builtOn("@kite/portfolio", "dependencies")].sort());
    expect(moved.portfolio).toBe(major);
  });

  // a peer that leaves the range breaks who has the old one: the changeset of such a change names the domains as well
  test("a major of core moves those built on it by a patch, unless the changeset says more", async () => {
    const all = [...new Set([...builtOn("@kite/core", "dependencies"), ...builtOn("@kite/core", "peerDependencies")])];
    expect(await copy.release("core", "major", "Takes a thing away.")).toEqual({ ...on(all, patch), core: major });
  });

  test("the changelogs name the change where it was made, and what was updated elsewhere", async () => {
    await copy.release("models", "minor", "Knows the statuses of a new segment.");
    expect(copy.changelog("models")).toContain("Knows the statuses of a new segment.");
    for (const folder of followers("@kite/models")) {
      expect(copy.changelog(folder), folder).toContain(`@kite/models@${minor}`);
    }
  });
});
