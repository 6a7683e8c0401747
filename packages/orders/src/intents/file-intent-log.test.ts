import { appendFile, mkdtemp, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { limitOrder } from "../testing/samples.ts";
import { caught } from "../testing/serving.ts";
import { fileIntentLog } from "./file-intent-log.ts";
import type { OrderIntent } from "./intent.ts";

let folder = "";
let path = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "intents-"));
  path = join(folder, "of/today.jsonl");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const intent = (id: string): OrderIntent => ({
  id,
  params: { ...limitOrder, tag: id },
  at: "2026-03-02T06:30:00.000Z",
});
const ids = async (log = fileIntentLog(path)) => (await log.open()).map(({ id }) => id);

test("what was written and not resolved is there after a restart, oldest first", async () => {
  const log = fileIntentLog(path);
  expect(await log.open()).toEqual([]);
  for (const id of ["a", "b", "c"]) await log.write(intent(id));
  await log.resolve("b", { outcome: "placed", order_ids: ["151220000000000"] });
  expect(await ids(log)).toEqual(["a", "c"]);
  expect(await fileIntentLog(path).open()).toEqual([intent("a"), intent("c")]);
});

test("only its owner may read the file and its folder", async () => {
  await fileIntentLog(path).write(intent("a"));
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(join(folder, "of"))).mode & 0o777).toBe(0o700);
});

test("holds the order and the end of it, and nothing else", async () => {
  const log = fileIntentLog(path);
  await log.write(intent("a"));
  await log.resolve("a", { outcome: "rejected", order_ids: [], reason: "no funds" });
  const lines = (await readFile(path, "utf8")).trim().split("\n");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { intent: intent("a") },
    { resolved: "a", outcome: "rejected", order_ids: [], reason: "no funds" },
  ]);
});

test("intents that come together are all there", async () => {
  const log = fileIntentLog(path);
  const names = Array.from({ length: 200 }, (_, index) => `id${index}`);
  await Promise.all(names.map((id) => log.write(intent(id))));
  expect(await ids()).toEqual(names);
});

describe("a crash", () => {
  test("may tear the last line, anywhere: the others stand, and writing goes on", async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (cut) => {
        await rm(path, { force: true });
        const log = fileIntentLog(path);
        await log.write(intent("a"));
        const { size } = await stat(path);
        await log.write(intent("bé"));
        const whole = (await stat(path)).size;
        await truncate(path, size + (cut % (whole - size)));
        expect(await ids()).toEqual(["a"]);
        const next = fileIntentLog(path);
        await next.write(intent("c"));
        expect(await ids()).toEqual(["a", "c"]);
      }),
      { numRuns: 60 },
    );
  });

  test("may leave zeros behind", async () => {
    await fileIntentLog(path).write(intent("a"));
    await appendFile(path, "\0".repeat(4_096));
    expect(await ids()).toEqual(["a"]);
  });
});

test.each([
  ["garbage", "{]\n"],
  ["an entry without an order", '{"intent":{"id":"x"}}\n'],
  ["an entry without a time", '{"intent":{"id":"x","params":{},"at":"soon"}}\n'],
  ["null", "null\n"],
  ["a line of something else", '{"level":30}\n'],
])("%s in the middle stops everything until somebody has looked", async (_, line) => {
  await fileIntentLog(path).write(intent("a"));
  await appendFile(path, line);
  await appendFile(path, `${JSON.stringify({ intent: intent("b") })}\n`);
  const log = fileIntentLog(path);
  const error = await caught(Promise.resolve(log.open()));
  expect(error).toMatchObject({ code: "IntentLogDamaged", outcome: "not-sent" });
  expect(error.message).toContain(`${path}:2`);
  expect(await caught(Promise.resolve(log.write(intent("c"))))).toMatchObject({ code: "IntentLogDamaged" });
  await rm(path);
  await log.write(intent("c"));
  expect(await ids(log)).toEqual(["c"]);
});

test("lines that are done with are swept out, open ones stay", async () => {
  const log = fileIntentLog(path);
  await log.write(intent("old"));
  for (let round = 0; round < 20; round += 1) {
    const names = Array.from({ length: 50 }, (_, index) => `r${round}i${index}`);
    await Promise.all(names.map((id) => log.write(intent(id))));
    await Promise.all(names.map((id) => log.resolve(id, { outcome: "placed", order_ids: [] })));
  }
  await log.write(intent("new"));
  expect((await readFile(path, "utf8")).split("\n").length).toBeLessThan(1_200);
  expect(await ids()).toEqual(["old", "new"]);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
});

describe("a second process, which should not be there, loses nothing of the first", () => {
  test("when it sweeps", async () => {
    const [log, other] = [fileIntentLog(path), fileIntentLog(path)];
    await log.open();
    await other.write(intent("other"));
    for (let round = 0; round < 12; round += 1) {
      const names = Array.from({ length: 50 }, (_, index) => `r${round}i${index}`);
      await Promise.all(names.map((id) => log.write(intent(id))));
      await Promise.all(names.map((id) => log.resolve(id, { outcome: "placed", order_ids: [] })));
    }
    expect((await readFile(path, "utf8")).split("\n").length).toBeLessThan(1_000);
    expect(await ids()).toEqual(["other"]);
  });

  test("when it has seen half a line that has become a whole one", async () => {
    await fileIntentLog(path).write(intent("a"));
    const line = `${JSON.stringify({ intent: intent("b") })}\n`;
    await appendFile(path, line.slice(0, 20));
    const late = fileIntentLog(path);
    expect(await ids(late)).toEqual(["a"]);
    await appendFile(path, line.slice(20));
    await late.write(intent("c"));
    expect(await ids()).toEqual(["a", "b", "c"]);
  });
});

test("a write that fails says so, and the next one finds its place", async () => {
  const log = fileIntentLog(path);
  await log.write(intent("a"));
  await rm(path);
  // A folder in the place of the file: nobody can write into it, not even the administrator.
  await writeFile(`${path}.keep`, "");
  const { mkdir } = await import("node:fs/promises");
  await mkdir(path);
  expect(await caught(Promise.resolve(log.write(intent("b"))))).toMatchObject({ code: "EISDIR" });
  await rm(path, { recursive: true });
  await writeFile(path, `${JSON.stringify({ intent: intent("a") })}\n{"intent":{"id":"b"`);
  await log.write(intent("c"));
  expect(await ids()).toEqual(["a", "c"]);
});
