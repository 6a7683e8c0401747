import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterEach, beforeEach, expect, test } from "vitest";
import { loadInstruments } from "../instruments/load-instruments.ts";
import { caught } from "../testing/caught.ts";
import { csvOf, market } from "../testing/instruments.ts";
import { csvAnswer, serving } from "../testing/serving.ts";
import { fileInstrumentStore } from "./file-instrument-store.ts";
import type { StoredInstruments } from "./instrument-store.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "instruments-"));
});
afterEach(() => rm(folder, { recursive: true }));

const list = (text: string, name = "ALL"): StoredInstruments => ({
  name,
  format: "csv",
  downloadedAt: new Date("2026-03-04T03:30:00Z"),
  bytes: new TextEncoder().encode(text),
});
const textOf = (stored: StoredInstruments | undefined) => stored && new TextDecoder().decode(stored.bytes);

test("another store of the same folder gives what was saved last, by name", async () => {
  const deep = join(folder, "made", "for", "it");
  const store = fileInstrumentStore(deep);
  expect(await store.load("ALL")).toBeUndefined();
  await store.save(list("old"));
  await store.save(list("a,b\r\n₹,\n"));
  await store.save(list("other", "NSE"));
  const loaded = await fileInstrumentStore(deep).load("ALL");
  expect(loaded).toMatchObject({ name: "ALL", format: "csv", downloadedAt: new Date("2026-03-04T03:30:00Z") });
  expect(textOf(loaded)).toBe("a,b\r\n₹,\n");
  expect(textOf(await store.load("NSE"))).toBe("other");
  expect((await readdir(deep)).sort()).toEqual(["instruments-ALL.kite", "instruments-NSE.kite"]);
});

test("a file that is cut or changed anywhere counts as nothing stored", async () => {
  const store = fileInstrumentStore(folder);
  await store.save(list(csvOf(market)));
  const file = join(folder, "instruments-ALL.kite");
  const content = await readFile(file);
  await fc.assert(
    fc.asyncProperty(
      fc.nat(content.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.boolean(),
      async (place, flip, cut) => {
        const damaged = Buffer.from(cut ? content.subarray(0, place) : content);
        if (!cut) damaged[place] = (damaged[place] ?? 0) ^ flip;
        await writeFile(file, damaged);
        const loaded = await store.load("ALL");
        // A changed date or format is not proven by the hash of the bytes, and the bytes are whole all the same.
        if (loaded) expect(textOf(loaded)).toBe(csvOf(market));
        else expect(loaded).toBeUndefined();
        if (cut) expect(loaded).toBeUndefined();
      },
    ),
    { numRuns: 200 },
  );
});

test.each([
  ["nothing", ""],
  ["text", "instruments"],
  ["JSON of something else", '{"theme":"dark"}\n'],
  ["null", "null\n"],
])("%s in the file counts as nothing stored", async (_, content) => {
  await writeFile(join(folder, "instruments-ALL.kite"), content);
  expect(await fileInstrumentStore(folder).load("ALL")).toBeUndefined();
});

test("a reader sees a whole list while others write", async () => {
  const store = fileInstrumentStore(folder);
  await store.save(list("0".repeat(200_000)));
  let writing = true;
  const writers = Promise.all(
    Array.from({ length: 12 }, (_, index) => store.save(list(String(index % 10).repeat(200_000)))),
  ).finally(() => {
    writing = false;
  });
  let reads = 0;
  while (writing) {
    expect(textOf(await store.load("ALL"))).toMatch(/^(.)\1{199999}$/);
    reads += 1;
  }
  await writers;
  expect(reads).toBeGreaterThan(0);
  expect(await readdir(folder)).toEqual(["instruments-ALL.kite"]);
});

test("an error of the disk is Node's own, and leaves no draft behind", async () => {
  await writeFile(join(folder, "file"), "");
  const store = fileInstrumentStore(join(folder, "file"));
  await expect(store.save(list("x"))).rejects.toMatchObject({ code: expect.stringMatching(/^(EEXIST|ENOTDIR)$/) });
  await expect(store.load("ALL")).rejects.toMatchObject({ code: "ENOTDIR" });
  expect(await readdir(folder)).toEqual(["file"]);
});

test("a name that is a path is refused", async () => {
  const store = fileInstrumentStore(folder);
  expect(await caught(store.load("../ALL"))).toMatchObject({ code: "InvalidInput" });
  expect(await caught(store.save(list("x", "nse")))).toMatchObject({ code: "InvalidInput" });
  expect((await caught(() => fileInstrumentStore(""))).message).toMatch(/^folder: /);
});

test("a second process starts without a download", async () => {
  const first = await serving(csvAnswer(csvOf(market)));
  await loadInstruments(first.kite, { store: fileInstrumentStore(folder) });
  const second = await serving(csvAnswer(csvOf(market)));
  const instruments = await loadInstruments(second.kite, { store: fileInstrumentStore(folder) });
  expect([...instruments]).toEqual(market);
  expect(second.server.requests).toEqual([]);
});
