import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readPageFiles } from "./page-files.ts";

async function folderWith(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "kite-demo-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  await mkdir(join(folder, "assets"));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test("knows the files of the page and nothing else", async () => {
  const files = await readPageFiles(
    await folderWith({
      "index.html": "<p>",
      "kite.svg": "<svg>",
      "assets/a-1.js": "0",
      ".env": "SECRET",
      "a.map": "{}",
    }),
  );
  expect([...files.keys()].sort()).toEqual(["/", "/assets/a-1.js", "/kite.svg"]);
  expect(files.get("/")).toMatchObject({ type: "text/html; charset=utf-8", forever: false });
  expect(files.get("/assets/a-1.js")).toMatchObject({ type: "text/javascript; charset=utf-8", forever: true });
});

test("says that the page was not built", async () => {
  await expect(readPageFiles("/nowhere/at/all")).rejects.toThrow("there is no page in /nowhere/at/all");
  await expect(readPageFiles(await folderWith({ "a.js": "0" }))).rejects.toThrow("there is no page");
});
