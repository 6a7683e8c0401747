import type { Hono } from "hono";
import { refusalAnswer } from "./http/answer.ts";
import { isCanonicalPath, pathBelow } from "./http/path.ts";
import { failedLoginAnswer } from "./login/failed-login.ts";
import type { ResolvedOptions } from "./options.ts";
import { Refusal, refuse } from "./refusal.ts";
import type { Counts } from "./stats.ts";

interface ReceptionParts {
  readonly options: ResolvedOptions;
  readonly counts: Counts;
  readonly app: Hono;
}

/** What the event of a request tells besides its answer. */
interface Notes {
  route?: string;
  problem?: string;
  failure?: string;
}

const methods: ReadonlySet<string> = new Set(["GET", "POST", "PUT", "DELETE"]);

/** What is known of requests under way. Routes are noted where they are found: paths hold order ids, addresses hold request tokens. */
const notes: WeakMap<Request, Notes> = new WeakMap();

/** Notes the route that a request has found, for its event. */
export function noteRoute(request: Request, route: string): void {
  const known = notes.get(request);
  if (known) known.route = route;
}

/** Where every request comes in and every answer goes out: counted, numbered, and in Kite's envelope when it is a refusal. */
export class Reception {
  readonly #parts: ReceptionParts;
  readonly #underWay = new Set<Promise<unknown>>();
  #closed: Promise<void> | undefined;

  constructor(parts: ReceptionParts) {
    this.#parts = parts;
    parts.app.onError((error, { req }) => this.#refused(req.raw, error));
    parts.app.notFound(({ req }) => this.#refused(req.raw, refuse(404, "there is nothing at this address")));
  }

  async answer(request: Request): Promise<Response> {
    const { counts } = this.#parts;
    const started = performance.now();
    notes.set(request, {});
    counts.underWay += 1;
    const work = this.#answer(request);
    this.#underWay.add(work);
    const response = await work;
    this.#underWay.delete(work);
    counts.underWay -= 1;
    counts.requests += 1;
    const requestId = crypto.randomUUID();
    response.headers.set("x-request-id", requestId);
    this.#tell(request, response, requestId, started);
    return response;
  }

  /** Checks what can be checked before anything of a request is read. Throws the refusal. */
  check({ method, url }: Request): void {
    if (this.#closed) throw refuse(503, "this server stops; try again in a moment", { retryAfter: 1 });
    const { pathname, username, password } = new URL(url);
    const isPlain = (pathname === "/" || isCanonicalPath(pathname)) && !username && !password;
    if (!isPlain) throw refuse(400, "this path can be read in more than one way");
    if (pathBelow(this.#parts.options.path, pathname) === undefined) {
      throw refuse(404, "there is nothing at this address");
    }
    if (!methods.has(method)) throw refuse(405, "only GET, POST, PUT and DELETE mean something here");
  }

  /** Takes no more requests, and runs `afterwards` when those under way are answered. */
  close(afterwards: () => void): Promise<void> {
    this.#closed ??= Promise.allSettled([...this.#underWay]).then(afterwards);
    return this.#closed;
  }

  async #answer(request: Request): Promise<Response> {
    try {
      this.check(request);
      return await this.#parts.app.fetch(request);
    } catch (error) {
      return this.#refused(request, error);
    }
  }

  #refused(request: Request, error: unknown): Response {
    this.#parts.counts.refused += 1;
    const known = notes.get(request);
    const isMeant = error instanceof Refusal;
    // Whatever a bug or a store says may hold a secret: a person gets the number of the request.
    const told = isMeant ? error : refuse(500, "the gateway failed; tell its owner the x-request-id of this answer");
    if (known) {
      known.problem = told.message;
      if (!isMeant) known.failure = this.#clean(String(error));
    }
    const { loginProblem: problem } = told.options;
    const isPerson = request.headers.get("accept")?.includes("text/html");
    if (!problem || !isPerson) return refusalAnswer(told);
    const { path, loginFailedPath: page } = this.#parts.options;
    return failedLoginAnswer({ problem, refusal: told, loginPath: `${path}/login`, page });
  }

  #clean(text: string): string {
    const { apiKey, apiSecret, secrets } = this.#parts.options;
    return [apiSecret, apiKey, ...secrets].reduce((clean, secret) => clean.replaceAll(secret, "***"), text);
  }

  #tell(request: Request, { status }: Response, requestId: string, started: number): void {
    const { route = "-", problem, failure } = notes.get(request) ?? {};
    const milliseconds = Math.round(performance.now() - started);
    try {
      this.#parts.options.onEvent?.({
        requestId,
        method: request.method,
        route,
        status,
        problem,
        failure,
        milliseconds,
      });
    } catch {
      // A listener's failure is not the browser's.
    }
  }
}
