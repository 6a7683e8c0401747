import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { run } from "./run.ts";

let cwd = "";
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "doctor-"));
  mkdirSync(join(cwd, "src"));
  mkdirSync(join(cwd, "node_modules"));
  write(
    "src/broker.js",
    'import { KiteConnect } from "kiteconnect";\nexport const kc = new KiteConnect({ debug: true });\nkc.getProfile();\n',
  );
  write("src/bot.js", 'import { kc } from "./broker.js";\nkc.getHoldings();\n');
  write("src/other.js", "export const other = 1;\n");
  write("node_modules/foreign.js", 'require("kiteconnect");\n');
});
afterEach(() => rmSync(cwd, { recursive: true }));

const write = (file: string, text: string) => writeFileSync(join(cwd, file), text);
const read = (file: string) => readFileSync(join(cwd, file), "utf8");

function doctor(...args: string[]): { code: number; printed: string; errors: string } {
  const [printed, errors]: string[][] = [[], []];
  const print = (text: string) => printed?.push(text);
  const printError = (text: string) => errors?.push(text);
  const code = run(args, { cwd, print, printError, colours: false });
  return { code, printed: printed?.join("\n") ?? "", errors: errors?.join("\n") ?? "" };
}

test("lists calls, what they become, and what to look at, and changes nothing", () => {
  const { code, printed } = doctor("doctor", ".");
  expect(code).toBe(0);
  expect(printed).toMatchInlineSnapshot(`
    "src/bot.js
           2:1  kc.getHoldings  → kite.portfolio.getHoldings() ?

    src/broker.js
          1:29  import  → @kite/legacy
           3:1  kc.getProfile  → kite.auth.getProfile() (changed by --write)
          2:44  ! debug-output  prints a line for each request, no longer the token

    3 files read: 2 calls of 2 kinds, 1 thing to look at
    --write changes 1 import and 1 call; --dry-run shows how. The other calls keep working as they are.
    ? the client comes from another file: the name of the call says that it is one of kiteconnect's."
  `);
  expect(read("src/broker.js")).toContain('"kiteconnect"');
});

test("--dry-run shows the change and makes none", () => {
  const { code, printed } = doctor("doctor", "src", "--dry-run");
  expect(code).toBe(0);
  expect(printed).toMatchInlineSnapshot(`
    "--- src/broker.js
    +++ src/broker.js
    @@ line 1 @@
    -import { KiteConnect } from "kiteconnect";
    +import { KiteConnect } from "@kite/legacy";
     export const kc = new KiteConnect({ debug: true });
    -kc.getProfile();
    +kc.kite.auth.getProfile();
     
    1 file would change:
      src/broker.js
    Then: npm install @kite/legacy && npm uninstall kiteconnect"
  `);
  expect(read("src/broker.js")).toContain('"kiteconnect"');
});

test("--write makes the change, and a second time finds nothing to change", () => {
  expect(doctor("doctor", "src", "--write")).toMatchObject({ code: 0 });
  expect(read("src/broker.js")).toBe(
    'import { KiteConnect } from "@kite/legacy";\nexport const kc = new KiteConnect({ debug: true });\nkc.kite.auth.getProfile();\n',
  );
  expect(read("node_modules/foreign.js")).toContain("kiteconnect");
  expect(doctor("doctor", "src", "--write").printed).toBe("0 files changed");
});

test("a file that cannot be parsed is named, and the others are read", () => {
  write("src/broken.js", "const = 1;");
  const { code, printed, errors } = doctor("doctor", "src");
  expect(code).toBe(1);
  expect(errors).toMatch(/^src\/broken\.js: cannot be read: /);
  expect(printed).toContain("src/bot.js");
});

test("a project without kiteconnect has nothing to show, whatever its calls are named", () => {
  rmSync(join(cwd, "src/broker.js"));
  expect(doctor("doctor", ".").printed).toBe("2 files read: kiteconnect is in none of them.");
});

test("takes one file, too", () => {
  expect(doctor("doctor", "src/broker.js").printed).toContain("1 file read");
});

test.each([
  [["doctor"]],
  [["doctor", "a", "b"]],
  [["cure", "src"]],
  [["doctor", "src", "--wrtie"]],
  [["doctor", "src", "--write", "--dry-run"]],
])("%j is refused with the usage", (args) => {
  const { code, errors } = doctor(...args);
  expect(code).toBe(2);
  expect(errors).toContain("Usage: npx @kite/legacy doctor <path>");
});

test("a path that is not there is named", () => {
  expect(doctor("doctor", "nowhere")).toMatchObject({ code: 2, errors: "nowhere: no such file or folder" });
});
