import { expect, test } from "vitest";
import { readOptions } from "./options.ts";

test("without arguments the page is served on the default port", () => {
  expect(readOptions([])).toEqual({ help: false, once: false, port: undefined });
});

test("reads every option", () => {
  expect(readOptions(["--once", "--port", "8080"])).toEqual({ help: false, once: true, port: 8080 });
  expect(readOptions(["-h", "--port=0"])).toEqual({ help: true, once: false, port: 0 });
});

test("says what it does not understand", () => {
  expect(() => readOptions(["--prot", "1"])).toThrow(/--prot/);
  expect(() => readOptions(["--port", "65536"])).toThrow("--port takes a number from 0 to 65535");
  expect(() => readOptions(["--port", "1e3"])).toThrow("--port");
  expect(() => readOptions(["--port", ""])).toThrow("--port");
  expect(() => readOptions(["extra"])).toThrow(/extra/);
});
