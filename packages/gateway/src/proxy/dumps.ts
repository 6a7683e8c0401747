import { answer } from "../http/answer.ts";

/** Milliseconds for which a list of instruments is taken to be the one of today. Kite makes it once a day. */
const life = 60 * 60_000;
/** Largest list that is kept, in bytes of gzip. That of all exchanges has a tenth of it. */
const largest = 32 * 1024 * 1024;
/** Most lists that are kept: there are fewer exchanges. */
const most = 16;

interface KeptDump {
  readonly etag: string;
  readonly gzip: Uint8Array<ArrayBuffer>;
  readonly until: number;
}

/** A list that is arriving, or what came in its place for this user alone; making an answer of that may throw. */
export type LoadedDump = { readonly csv: ReadableStream<Uint8Array> } | { readonly instead: () => Response };

/**
 * Instrument lists. The first tab gets one while it arrives, and the gateway keeps it compressed for an hour: it is the same for
 * everyone, and a tab that has it already is told so by its ETag.
 */
export class Dumps {
  readonly #kept = new Map<string, KeptDump>();
  /** Settles when a list is there; rejects when Kite could not be asked for it. */
  readonly #loading = new Map<string, Promise<void>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Gives the kept list, waits for the one that another tab is getting, or loads it. Throws what loading throws. */
  async answer(path: string, request: Request, load: () => Promise<LoadedDump>): Promise<Response> {
    for (;;) {
      const kept = this.#fresh(path);
      if (kept) return served(kept, request);
      const loading = this.#loading.get(path);
      if (!loading) return this.#load(path, load);
      await loading;
    }
  }

  async #load(path: string, load: () => Promise<LoadedDump>): Promise<Response> {
    let done = (_failure?: unknown): void => {};
    const loading = new Promise<void>((resolve, reject) => {
      done = (failure) => {
        this.#loading.delete(path);
        if (failure === undefined) resolve();
        else reject(failure);
      };
    });
    // Perhaps nobody waits.
    loading.catch(() => {});
    this.#loading.set(path, loading);
    const loaded = await load().catch((failure: unknown) => {
      done(failure);
      throw failure;
    });
    if ("instead" in loaded) {
      // What one user may not have another may: each asks for itself.
      done();
      return loaded.instead();
    }
    const [toBrowser, toKeep] = loaded.csv.tee();
    // Cut on its way: the browser sees it break off, and the next one asks Kite again.
    void this.#keep(path, toKeep)
      .catch(() => {})
      .then(() => done());
    return answer(toBrowser, { headers: { ...cacheable, ...csv } });
  }

  async #keep(path: string, body: ReadableStream<Uint8Array>): Promise<void> {
    const gzip = new Uint8Array(await new Response(through(body, new CompressionStream("gzip"))).arrayBuffer());
    if (gzip.byteLength > largest) return;
    const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", gzip));
    const etag = `W/"${Array.from(hash.subarray(0, 12), (byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
    this.#kept.set(path, { etag, gzip, until: this.#now() + life });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > most && oldest !== undefined) this.#kept.delete(oldest);
  }

  #fresh(path: string): KeptDump | undefined {
    const kept = this.#kept.get(path);
    if (kept && kept.until > this.#now()) return kept;
    this.#kept.delete(path);
    return undefined;
  }
}

function served({ etag, gzip }: KeptDump, { headers: asked }: Request): Response {
  const headers = { ...cacheable, etag };
  if (asked.get("if-none-match")?.includes(etag)) return answer(null, { status: 304, headers });
  if (/\bgzip\b/.test(asked.get("accept-encoding") ?? "")) {
    return answer(gzip, { headers: { ...headers, ...csv, "content-encoding": "gzip" } });
  }
  const plain = through(new Blob([gzip]).stream(), new DecompressionStream("gzip"));
  return answer(plain, { headers: { ...headers, ...csv } });
}

/** `private`: it is for those who are signed in. */
const cacheable = { "cache-control": "private, max-age=3600", vary: "cookie, accept-encoding" };
const csv = { "content-type": "text/csv" };

/** The streams of the platform and of the language's types disagree about what bytes are. */
const through = (body: ReadableStream<Uint8Array>, transform: CompressionStream | DecompressionStream) =>
  body.pipeThrough(transform as unknown as ReadableWritablePair<Uint8Array<ArrayBuffer>, Uint8Array>);
