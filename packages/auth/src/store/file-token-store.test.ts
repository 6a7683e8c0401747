import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { caught } from "../testing/caught.ts";
import { fileTokenStore } from "./file-token-store.ts";

const token = {
  api_key: "testkey",
  access_token: "access-of-today",
  login_time: new Date("2026-03-03T09:15:00+05:30"),
};

let folder: string;
let path: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "token-store-"));
  path = join(folder, "token.json");
  vi.useFakeTimers({ now: token.login_time, toFake: ["Date"] });
});
afterEach(async () => {
  vi.useRealTimers();
  await rm(folder, { recursive: true });
});

const modeOf = async (file: string): Promise<string> => ((await stat(file)).mode & 0o777).toString(8);

test("another store of the same path gives what was saved last, until it is cleared", async () => {
  const store = fileTokenStore(path);
  expect(await store.load()).toBeUndefined();
  await store.save({ ...token, access_token: "older" });
  await store.save(token);
  expect(await fileTokenStore(path).load()).toStrictEqual(token);
  await store.clear();
  expect(await fileTokenStore(path).load()).toBeUndefined();
  await store.clear();
  expect(await readdir(folder)).toEqual([]);
});

test("keeps the fields it knows, and no others that a caller hands in", async () => {
  await fileTokenStore(path).save({ ...token, api_secret: "testsecret" } as typeof token);
  expect(JSON.parse(await readFile(path, "utf8"))).toEqual({ ...token, login_time: "2026-03-03T03:45:00.000Z" });
});

test("a token is loaded until 06:00 IST, then deleted", async () => {
  const store = fileTokenStore(path);
  await store.save(token);
  vi.setSystemTime(new Date("2026-03-04T05:59:59.999+05:30"));
  expect(await store.load()).toEqual(token);
  vi.setSystemTime(new Date("2026-03-04T06:00:00+05:30"));
  expect(await store.load()).toBeUndefined();
  expect(await readdir(folder)).toEqual([]);
});

test.each([
  ["nothing", ""],
  ["half a file", '{"api_key":"testkey","access_tok'],
  ["text", "access-of-today"],
  ["null", "null"],
  ["a list", '["testkey","access-of-today"]'],
  ["other JSON", '{"theme":"dark"}'],
  ["a number for a token", '{"api_key":"testkey","access_token":17,"login_time":"2026-03-03T03:45:00.000Z"}'],
  ["a time that is none", '{"api_key":"testkey","access_token":"access-of-today","login_time":"yesterday"}'],
  ["bytes that are no text", Buffer.from([0xff, 0xfe, 0x00, 0x80])],
])("%s in the file counts as nothing stored, and stays for its owner to look at", async (_, content) => {
  await writeFile(path, content);
  expect(await fileTokenStore(path).load()).toBeUndefined();
  expect(await readFile(path)).toEqual(Buffer.from(content));
  await fileTokenStore(path).save(token);
  expect(await fileTokenStore(path).load()).toEqual(token);
});

test("only the owner can read the file, and the folder that was made for it", async () => {
  const deep = join(folder, "made", "for", "token.json");
  await fileTokenStore(deep).save(token);
  expect(await modeOf(deep)).toBe("600");
  expect(await modeOf(join(folder, "made", "for"))).toBe("700");
  expect(await modeOf(join(folder, "made"))).toBe("700");
});

test("a file that others could read is theirs no longer", async () => {
  await writeFile(path, "{}");
  await chmod(path, 0o666);
  await fileTokenStore(path).save(token);
  expect(await modeOf(path)).toBe("600");
});

test("a folder that was there keeps its mode", async () => {
  await chmod(folder, 0o755);
  await fileTokenStore(path).save(token);
  expect(await modeOf(folder)).toBe("755");
});

test("a link is replaced, and what it points to is left alone", async () => {
  const target = join(folder, "somewhere-else");
  await writeFile(target, "precious");
  await symlink(target, path);
  await fileTokenStore(path).save(token);
  expect(await readFile(target, "utf8")).toBe("precious");
  expect(await fileTokenStore(path).load()).toEqual(token);
});

test("a save that fails leaves the old token and no draft behind", async () => {
  await mkdir(join(path, "in the way"), { recursive: true });
  await expect(fileTokenStore(path).save(token)).rejects.toMatchObject({ syscall: "rename" });
  expect(await readdir(folder)).toEqual(["token.json"]);
  await expect(fileTokenStore(path).load()).rejects.toMatchObject({ code: "EISDIR" });
});

/** Reads the file again and again until its input ends, and counts the reads that do not give whole JSON. */
const reader = `
  const { readFileSync } = require("node:fs");
  let reads = 0, broken = 0, over = false;
  process.stdin.on("end", () => { over = true; }).resume();
  (function look() {
    for (let turn = 0; turn < 50; turn += 1) {
      reads += 1;
      try { JSON.parse(readFileSync(process.argv[1], "utf8")); } catch { broken += 1; }
    }
    if (reads === 50) process.stdout.write("reading\\n");
    if (over) process.stdout.write(JSON.stringify({ reads, broken }));
    else setImmediate(look);
  })();
`;

test("another process that reads all the while never sees half a file", async () => {
  const store = fileTokenStore(path);
  const long = { ...token, access_token: "x".repeat(300_000) };
  await store.save(token);
  const child = spawn(process.execPath, ["-e", reader, path], { stdio: ["pipe", "pipe", "inherit"] });
  await once(child.stdout, "data");
  for (let turn = 0; turn < 60; turn += 1) await store.save(turn % 2 ? token : long);
  const report = once(child.stdout, "data");
  child.stdin.end();
  const { reads, broken } = JSON.parse(String((await report)[0]));
  expect(reads).toBeGreaterThan(50);
  expect(broken).toBe(0);
});

test("saves that meet end with one of them, whole", async () => {
  const tokens = Array.from({ length: 20 }, (_, number) => ({ ...token, access_token: `${number}`.repeat(5_000) }));
  await Promise.all(tokens.map((each) => fileTokenStore(path).save(each)));
  expect(tokens).toContainEqual(await fileTokenStore(path).load());
  expect(await readdir(folder)).toEqual(["token.json"]);
});

test("refuses a path that is none", async () => {
  for (const none of ["", undefined]) {
    expect((await caught(() => fileTokenStore(none as string))).message).toMatch(/path: must be a text/);
  }
});

test("does not show the token", async () => {
  const store = fileTokenStore(path);
  await store.save(token);
  expect(inspect(store, { depth: null, showHidden: true })).not.toContain("access-of-today");
});
