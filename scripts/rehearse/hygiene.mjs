import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** What is wrong with a package as it was installed; empty when nothing is. */
export function faultsOf(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => file.replaceAll("\\", "/"));
  const faults = [];
  for (const file of ["README.md", "LICENSE", "CHANGELOG.md"]) {
    if (!files.includes(file)) faults.push(`${file} is missing`);
  }
  for (const field of ["repository", "engines", "exports", "license", "description"]) {
    if (!manifest[field]) faults.push(`package.json has no ${field}`);
  }
  if (manifest.publishConfig?.provenance !== true) faults.push("package.json asks for no provenance");
  for (const path of pathsOf(manifest.exports).concat(pathsOf(manifest.imports), pathsOf(manifest.bin))) {
    if (!existsSync(join(folder, path))) faults.push(`${path} is promised and missing`);
  }
  for (const [name, range] of Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies })) {
    if (/^(workspace|catalog|link|file):/.test(range)) faults.push(`${name} is asked for as ${range}`);
    if (name.startsWith("@kite/") && range !== `^${manifest.version}`) faults.push(`${name} is asked for as ${range}`);
  }
  for (const file of files) {
    if (/\.test(-d)?\.|(^|\/)testing\//.test(file)) faults.push(`${file} is a test`);
    if (file.endsWith(".map")) {
      const { sources } = JSON.parse(readFileSync(join(folder, file), "utf8"));
      for (const source of sources) {
        if (!existsSync(join(folder, dirname(file), source)))
          faults.push(`${file} leads to ${source}, which is not there`);
      }
    }
  }
  return faults.concat(undeclaredIn(folder, files, manifest));
}

const pathsOf = (value) => {
  if (typeof value === "string") return value.startsWith("./") ? [value] : [];
  return value ? Object.values(value).flatMap(pathsOf) : [];
};

const IMPORTS = /(?:^(?:import|export)\b[^"';]*?\bfrom\s*|^import\s*|\bimport\(\s*)["']([^"']+)["']/gm;
const packageOf = (name) =>
  name
    .split("/")
    .slice(0, name.startsWith("@") ? 2 : 1)
    .join("/");

/** Imports of packages that the manifest does not name, and named packages that nothing imports. */
function undeclaredIn(folder, files, manifest) {
  const used = new Set();
  for (const file of files.filter((name) => /^dist\/.*\.(js|d\.ts)$/.test(name))) {
    const text = readFileSync(join(folder, file), "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
    for (const [, name] of text.matchAll(IMPORTS)) {
      if (/^[@a-z]/.test(name) && !name.startsWith("node:")) used.add(packageOf(name));
    }
  }
  const declared = Object.keys({ ...manifest.dependencies, ...manifest.peerDependencies });
  const types = new Set(Object.keys(manifest.peerDependenciesMeta ?? {}));
  return [
    ...[...used]
      .filter((name) => name !== manifest.name && !declared.includes(name))
      .map((name) => `${name} is used and not declared`),
    ...declared.filter((name) => !used.has(name) && !types.has(name)).map((name) => `${name} is declared and not used`),
  ];
}
