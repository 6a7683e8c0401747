import { type GenericSchema, safeParse } from "valibot";
import type { Simulator } from "../../simulator.ts";
import type { Caller } from "../caller.ts";
import { parseCsv } from "../csv.ts";
import { failure, success, unmarkedSuccess } from "./envelope.ts";
import { type Answered, ROUTES } from "./routes.ts";

/** Form fields, a query in text where one is repeated, or the array of a JSON body. */
type Body = Readonly<Record<string, string>> | string | readonly unknown[];

/** Sends requests over real HTTP, and holds every answer against the schema of its route. */
export class Walker {
  readonly #simulator: Simulator;
  readonly #caller: Caller;
  /** Routes that answered as they should, and those that refused as they should. */
  readonly walked: Set<string>;
  readonly refusedRoutes: Set<string>;
  /** An envelope of every route that answers in JSON, as rich as was met, with its schema. */
  readonly samples: Map<string, { readonly schema: GenericSchema; readonly value: unknown }>;

  constructor(simulator: Simulator, caller: Caller, others?: Walker) {
    this.#simulator = simulator;
    this.#caller = caller;
    this.walked = others?.walked ?? new Set();
    this.refusedRoutes = others?.refusedRoutes ?? new Set();
    this.samples = others?.samples ?? new Map();
  }

  /** The same walk in the name of another session. */
  as(caller: Caller): Walker {
    return new Walker(this.#simulator, caller, this);
  }

  /**
   * Asks, and gives the data, or the rows of a dump.
   *
   * @throws {Error} that lists what is not as documented.
   */
  // biome-ignore lint/suspicious/noExplicitAny: the schema has just said what it is
  async ok(method: string, path: string, body?: Body): Promise<any> {
    const [route, answered] = routeOf(method, path);
    const response = await this.#send(method, path, body);
    const where = `${method} ${path}`;
    if (response.status !== 200) throw new Error(`${where}: ${response.status} ${await response.text()}`);
    if (response.headers.has("access-control-allow-origin")) throw new Error(`${where}: CORS is not enabled`);
    const data = answered.kind === "csv" ? await readDump(where, response, answered) : undefined;
    this.walked.add(route);
    if (data) return data;
    const { data: schema, compact } = answered as Extract<Answered, { kind: "json" }>;
    const wanted = path.includes("mode=compact") && compact ? compact : schema;
    const envelope = route === "GET /mf/sips" ? unmarkedSuccess(wanted) : success(wanted);
    const value = await readJson(where, response, envelope);
    if (isRicher(value, this.samples.get(route)?.value)) this.samples.set(route, { schema: envelope, value });
    return value.data;
  }

  /**
   * Asks for something that has to be refused, and gives the envelope.
   *
   * @throws {Error} that lists what is not as documented.
   */
  // biome-ignore lint/suspicious/noExplicitAny: as above
  async refused(status: number, method: string, path: string, body?: Body): Promise<any> {
    const [route] = routeOf(method, path);
    const response = await this.#send(method, path, body);
    const where = `${method} ${path}`;
    if (response.status !== status) throw new Error(`${where}: ${response.status} instead of ${status}`);
    const envelope = await readJson(where, response, failure(status));
    this.refusedRoutes.add(route);
    return envelope;
  }

  #send(method: string, path: string, body: Body | undefined): Promise<Response> {
    const headers = { "x-kite-version": "3" };
    if (body === undefined) return this.#caller.fetch(path, { method, headers });
    if (!Array.isArray(body)) {
      return this.#caller.fetch(path, { method, headers, body: new URLSearchParams(body as Record<string, string>) });
    }
    const type = { "content-type": "application/json" };
    return this.#caller.fetch(path, { method, headers: { ...headers, ...type }, body: JSON.stringify(body) });
  }
}

/** Beyond some size there is only more of the same. */
function isRicher(value: unknown, known: unknown): boolean {
  const size = JSON.stringify(value).length;
  return size < 40_000 && size > (JSON.stringify(known)?.length ?? 0);
}

/** The route a request belongs to; fixed words go before names of parameters. */
function routeOf(method: string, path: string): [string, Answered] {
  const [bare = ""] = path.split("?");
  const found = Object.entries(ROUTES).filter(([route]) => patternOf(route).test(`${method} ${bare}`));
  const [best] = found.sort(([one], [other]) => one.split(":").length - other.split(":").length);
  if (!best) throw new Error(`${method} ${path} is in no table`);
  return best;
}

const patternOf = (route: string): RegExp => new RegExp(`^${route.replace(/:\w+/g, "[^/]+")}$`);

// biome-ignore lint/suspicious/noExplicitAny: as above
async function readJson(where: string, response: Response, schema: GenericSchema): Promise<any> {
  expectType(where, response, "application/json");
  const value = await response.json();
  expectSchema(where, schema, value);
  return value;
}

async function readDump(
  where: string,
  response: Response,
  { columns, row }: Extract<Answered, { kind: "csv" }>,
): Promise<Record<string, string>[]> {
  expectType(where, response, "text/csv");
  const dump = parseCsv(await response.text());
  if (dump.columns.join() !== columns.join()) throw new Error(`${where}: columns ${dump.columns}`);
  for (const one of dump.rows) expectSchema(where, row, one);
  return dump.rows;
}

function expectType(where: string, response: Response, type: string): void {
  const found = response.headers.get("content-type");
  if (found !== type) throw new Error(`${where}: content type ${found}`);
}

/** @throws {Error} with every place at which a value is not what its schema says. */
export function expectSchema(where: string, schema: GenericSchema, value: unknown): void {
  const { issues } = safeParse(schema, value);
  if (!issues) return;
  const told = issues.flatMap((issue) => (issue.issues ?? [issue]).map((one) => ({ ...one, parent: issue })));
  const lines = told.slice(0, 12).map((issue) => {
    const path = [...(issue.parent.path ?? [])].map((item) => String(item.key)).join(".");
    return `  ${path}: ${issue.message}`;
  });
  throw new Error(`${where} is not as documented:\n${lines.join("\n")}`);
}
