// Run in a package after tsc: joins the files that its exports name for Node, with what is loaded later apart.
//
// Node takes about two thirds of a millisecond for each file of a package, whatever is in it, and longer for all of valibot, of which
// we use a tenth, than for our schemas. Bundlers get the single files, which they shake better.
import { readFileSync, writeFileSync } from "node:fs";
import { rolldown } from "rolldown";

/** Small, without state, and needed before the first call: joined in. Whatever parses bytes of the network stays a package. */
const joined = /^(quick-lru|valibot)$/;

const { exports } = JSON.parse(readFileSync("package.json", "utf8"));
const entries = Object.values(exports).filter((entry) => entry.node);
const bundle = await rolldown({
  input: Object.fromEntries(entries.map(({ default: file }) => [file.slice("./dist/".length, -".js".length), file])),
  platform: "node",
  external: (name) => /^[@#a-z]/.test(name) && !joined.test(name),
});
const options = {
  dir: "dist/node",
  cleanDir: true,
  comments: false,
  chunkFileNames: ({ name }) => `${name.replaceAll("~", "-")}.js`,
};
const { output } = await bundle.generate(options);

// A splitter makes a file for each set of users. What only the main entry needs at once, later parts or not, is better off in one.
const chunks = new Map(output.map((chunk) => [chunk.fileName, chunk]));
const neededBy = (names) => {
  const needed = new Set(names);
  for (const name of needed) for (const next of chunks.get(name).imports) if (chunks.has(next)) needed.add(next);
  return needed;
};
const main = neededBy(["index.js"]);
const others = neededBy(
  output.filter(({ isEntry, name }) => isEntry && name !== "index").map(({ fileName }) => fileName),
);
const early = [...main].filter((name) => !others.has(name));
const modulesOf = (names) => new Set([...names].flatMap((name) => chunks.get(name).moduleIds));
const [forMain, forOthers] = [modulesOf(early), modulesOf([...main].filter((name) => others.has(name)))];
const groups = [
  { name: "shared", test: (id) => forOthers.has(id), entriesAware: true, priority: 1 },
  { name: "early", test: (id) => forMain.has(id) },
];
await bundle.write(early.length > 2 ? { ...options, codeSplitting: { groups } } : options);

const foreign = new Set(
  output.flatMap(({ moduleIds }) => moduleIds).map((id) => /^.*\/node_modules\/[^/]+\//.exec(id)?.[0]),
);
const licenses = [...foreign].filter(Boolean).map((folder) => {
  const { name, version } = JSON.parse(readFileSync(`${folder}package.json`, "utf8"));
  const text = ["LICENSE.md", "LICENSE", "license"].map((file) => read(`${folder}${file}`)).find(Boolean);
  if (!text) throw new Error(`${name} has no license to pass on`);
  return `Parts of ${name} ${version} are in these files.\n\n${text}`;
});
if (licenses.length > 0) writeFileSync("dist/node/LICENSES.txt", licenses.join("\n\n"));

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}
