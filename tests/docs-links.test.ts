import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
// @ts-expect-error a script without types
import { brokenLinks } from "../apps/docs/build/links.mjs";

const out = mkdtempSync(join(tmpdir(), "kite-site-"));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const page = (path: string, body: string) => {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), body);
};

test("finds links to pages and headings that are not there, and no others", () => {
  page("index.html", '<a href="/docs/guide">1</a><a href="/docs/guide#there">2</a><a href="https://kite.trade">3</a>');
  page("guide.html", '<h2 id="there">x</h2><a href="#there">4</a><a href="./deep/">5</a><img src="/docs/logo.svg">');
  page("deep/index.html", '<a href="../guide.html">6</a>');
  page("logo.svg", "<svg/>");
  expect(brokenLinks(out, "/docs/")).toEqual({ pages: 3, checked: 6, broken: [] });

  page(
    "index.html",
    '<a href="/docs/gone">1</a><a href="/docs/guide#gone">2</a><a href="/guide">outside of its path</a>',
  );
  expect(brokenLinks(out, "/docs/").broken).toEqual([
    { page: "index.html", link: "/docs/gone", missing: "page" },
    { page: "index.html", link: "/docs/guide#gone", missing: "heading" },
    { page: "index.html", link: "/guide", missing: "page" },
  ]);
});
