import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";

/** Links of a site built for the path `base` that lead nowhere: page, link, and what is missing. */
export function brokenLinks(out, base) {
  const pages = readdirSync(out, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".html"));
  const anchors = new Map();
  const idsOf = (file) => {
    if (!anchors.has(file)) anchors.set(file, new Set(readFileSync(file, "utf8").match(/(?<=\sid=")[^"]+/g)));
    return anchors.get(file);
  };
  const broken = [];
  let checked = 0;
  for (const page of pages) {
    const links = readFileSync(join(out, page), "utf8").match(/(?<=\s(?:href|src)=")[^"]+/g) ?? [];
    const placeOf = (path) => {
      if (!path.startsWith("/")) return join(out, dirname(page), path);
      return path.startsWith(base) ? join(out, path.slice(base.length)) : undefined;
    };
    for (const link of new Set(links)) {
      if (/^\w+:|^\/\//.test(link)) continue;
      checked += 1;
      const [path, hash] = decodeURIComponent(link.replaceAll("&amp;", "&")).split("#");
      const file = path === "" ? join(out, page) : fileOf(placeOf(path));
      if (!file) broken.push({ page, link, missing: "page" });
      else if (hash && file.endsWith(".html") && !idsOf(file).has(hash))
        broken.push({ page, link, missing: "heading" });
    }
  }
  return { pages: pages.length, checked, broken };
}

/** What a server gives for a path: the file, or the page of that name. */
function fileOf(path) {
  if (path === undefined) return undefined;
  const candidates = [path, `${path}.html`, join(path, "index.html")];
  return candidates.find((file) => existsSync(file) && statSync(file).isFile());
}
