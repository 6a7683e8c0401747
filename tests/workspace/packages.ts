import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A folder of `packages/` that is published. */
export interface PublishedPackage {
  readonly folder: string;
  readonly name: string;
  readonly path: string;
  readonly manifest: {
    readonly exports: Record<string, string | Record<string, string>>;
    readonly dependencies?: Record<string, string>;
    readonly peerDependencies?: Record<string, string>;
    readonly files: string[];
  };
}

export const root: string = fileURLToPath(new URL("../../", import.meta.url));

export const packages: readonly PublishedPackage[] = readdirSync(`${root}packages`)
  .map((folder) => ({ folder, path: `${root}packages/${folder}` }))
  .filter(({ path }) => existsSync(`${path}/package.json`))
  .map(({ folder, path }) => {
    const manifest = JSON.parse(readFileSync(`${path}/package.json`, "utf8"));
    return { folder, path, name: manifest.name as string, manifest, isPrivate: manifest.private === true };
  })
  .filter(({ isPrivate }) => !isPrivate);

/** Packages that bind a folder of endpoints to the client. */
export const domains: readonly PublishedPackage[] = packages.filter(({ path }) => existsSync(`${path}/src/endpoints`));
