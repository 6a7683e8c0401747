// Writes a new endpoint, its test and its line in the barrel:  pnpm new:endpoint orders get-order-trades
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const usage = `Usage: pnpm new:endpoint <package> <name>

  <package>  a folder of packages/ that has src/endpoints, for example portfolio
  <name>     the file's name, verb first, in lower case with dashes, for example get-auctions`;

/** `get-order-trades` becomes `getOrderTrades`. */
const functionName = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const endpointSource = (name) => `import { defineEndpoint, type Endpoint } from "@kite/core";
import { object } from "valibot";

/**
 * Says what the caller gets, and what the types cannot say: units, time zone, limits.
 *
 * @see https://kite.trade/docs/connect/v3/
 * @function
 */
export const ${functionName(name)}: Endpoint<void, object> = defineEndpoint({
  id: "${functionName(name)}",
  method: "GET",
  path: "/${name.replace(/^\w+-/, "")}",
  response: object({}),
});
`;

const testSource = (name) => `import { createClient } from "@kite/core";
import { answering } from "@kite/testing";
import { expect, test } from "vitest";
import { ${functionName(name)} } from "./${name}.ts";

const account = { apiKey: "key", accessToken: "token" };

test("asks the documented route and gives the typed and the raw answer", async () => {
  const server = await answering({ json: { status: "success", data: {} } });
  const kite = createClient({ ...account, environment: server.environment });
  expect(await ${functionName(name)}(kite)).toEqual({});
  expect((await ${functionName(name)}.raw(kite)).data).toEqual({});
  expect(server.requests[0]).toMatchObject({ method: "GET", path: "/${name.replace(/^\w+-/, "")}", query: [], body: "" });
});

test("a refusal carries the server's error type", async () => {
  const { environment } = await answering({
    status: 403,
    json: { status: "error", message: "x", error_type: "PermissionException", data: null },
  });
  await expect(${functionName(name)}(createClient({ ...account, environment }))).rejects.toMatchObject({
    code: "PermissionException",
    endpoint: "${functionName(name)}",
  });
});
`;

/** Puts the export line where the alphabet wants it. */
const withLine = (barrel, name) => {
  const lines = barrel.split("\n").filter(Boolean);
  const line = `export { ${functionName(name)} } from "./${name}.ts";`;
  const file = (text) => text.match(/from "\.\/(.+)\.ts"/)?.[1] ?? "";
  const place = lines.findIndex((other) => file(other) > name);
  lines.splice(place < 0 ? lines.length : place, 0, line);
  return `${lines.join("\n")}\n`;
};

/** Writes the files below `root`. Gives their paths, or throws with what is wrong and what to do. */
function newEndpoint(root, packageName, name) {
  const folder = `${root}/packages/${packageName}/src/endpoints`;
  if (!packageName || !existsSync(`${folder}/index.ts`))
    throw new Error(`There is no packages/${packageName}/src/endpoints.\n\n${usage}`);
  if (!/^[a-z]+(-[a-z0-9]+)+$/.test(name ?? ""))
    throw new Error(`"${name ?? ""}" is not a name such as get-auctions.\n\n${usage}`);
  const written = [`${folder}/${name}.ts`, `${folder}/${name}.test.ts`];
  const taken = written.find((file) => existsSync(file));
  if (taken) throw new Error(`${taken} exists already.`);
  writeFileSync(written[0], endpointSource(name));
  writeFileSync(written[1], testSource(name));
  writeFileSync(`${folder}/index.ts`, withLine(readFileSync(`${folder}/index.ts`, "utf8"), name));
  return [...written, `${folder}/index.ts`];
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  try {
    const files = newEndpoint(".", process.argv[2], process.argv[3]);
    console.log(`Written:\n  ${files.map((file) => file.replace("./", "")).join("\n  ")}`);
    console.log("Next: the route, its parameters and the model; then `pnpm fix` and `pnpm test`.");
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
