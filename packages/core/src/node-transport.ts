import { setImmediate as immediately } from "node:timers/promises";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate } from "node:zlib";
import type { Dispatcher } from "undici";
import { dispatched } from "./dispatched.ts";
import { KiteError } from "./errors.ts";
import { invalidInput } from "./input.ts";
import type { Transport } from "./transport.ts";

export interface NodeTransportOptions {
  /** Most connections to one host. Default 16. */
  readonly connections?: number;
  /** Milliseconds an idle connection stays open. Default 60000; the platform's fetch drops it after about 4000. */
  readonly keepAlive?: number;
  /** Milliseconds to open a connection. Default 10000. */
  readonly connectTimeout?: number;
  /** Local address that requests leave from: since April 2026 orders are taken from registered addresses only. */
  readonly localAddress?: string;
  /** Forces IPv4 or IPv6. Hosts with both often leave by IPv6 although only their IPv4 address is registered. */
  readonly family?: 4 | 6;
  /** HTTP proxy to go through: `http://user:password@proxy:3128`. */
  readonly proxy?: string;
}

/** A transport with a pool of connections. */
export interface NodeTransport extends Transport {
  /** Closes the idle connections, and each other one after its answer. */
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

const decoders: Readonly<Record<string, (body: Uint8Array) => Promise<Uint8Array>>> = {
  gzip: promisify<Uint8Array, Uint8Array>(gunzip),
  br: promisify<Uint8Array, Uint8Array>(brotliDecompress),
  deflate: promisify<Uint8Array, Uint8Array>(inflate),
};

const utf8 = new TextDecoder();

/** Bytes that a reader gets in one go: about a millisecond of its work, then others have their turn. */
const pieceLength = 131_072;

/** A body that has arrived, piece by piece. */
function inPieces(bytes: Uint8Array): ReadableStream<Uint8Array> {
  let start = 0;
  return new ReadableStream(
    {
      async pull(controller) {
        await immediately();
        controller.enqueue(bytes.subarray(start, start + pieceLength));
        start += pieceLength;
        if (start >= bytes.length) controller.close();
      },
    },
    // nothing ahead of the reader
    { highWaterMark: 0 },
  );
}

/**
 * Makes a transport for Node that keeps its connections open between calls, and can leave from a chosen address.
 * Needs the package `undici` beside `@kite/core`; without it the first call throws and says so.
 *
 * @example
 * const kite = createKite({ apiKey, accessToken, transport: nodeTransport({ family: 4 }) });
 */
export function nodeTransport(options: NodeTransportOptions = {}): NodeTransport {
  check(options);
  let pool: ReturnType<typeof openPool> | undefined;

  const transport: Transport = async ({ url, method, headers, body, signal, readBody }) => {
    pool ??= openPool(options);
    const dispatcher = await pool;
    signal?.throwIfAborted();
    const { origin, pathname, search } = new URL(url);
    const sent = { ...headers, "Accept-Encoding": "gzip, br, deflate" };
    const answer = await dispatched(
      dispatcher,
      { origin, path: pathname + search, method: method as "GET", headers: sent, body: body ?? null },
      signal,
    );
    const answered = new Headers();
    for (const [name, value] of Object.entries(answer.headers)) {
      for (const item of Array.isArray(value) ? value : [value]) if (item !== undefined) answered.append(name, item);
    }
    const decode = decoders[answered.get("content-encoding") ?? ""];
    const plain = decode ? await decode(answer.body) : answer.body;
    const read = readBody?.(answer.status, answered);
    const content = read ? await read(inPieces(plain)) : { text: utf8.decode(plain) };
    return { status: answer.status, headers: answered, text: "", ...content };
  };

  const close = async (): Promise<void> => {
    const open = pool;
    pool = undefined;
    if (open) await (await open).close();
  };
  return Object.assign(transport, { close, [Symbol.asyncDispose]: close });
}

async function openPool(options: NodeTransportOptions): Promise<Dispatcher> {
  const { connections = 16, keepAlive = 60_000, connectTimeout = 10_000, localAddress, family, proxy } = options;
  const { Agent, ProxyAgent } = await import("undici").catch((cause) => {
    throw new KiteError({
      code: "InvalidInput",
      endpoint: "nodeTransport",
      message: "the package undici is not installed; add it beside @kite/core: npm install undici",
      outcome: "not-sent",
      cause,
    });
  });
  const connect = {
    timeout: connectTimeout,
    // A chosen family ends the race between the two.
    ...(family && { family, autoSelectFamily: false }),
  };
  const settings = {
    connections,
    keepAliveTimeout: keepAlive,
    keepAliveMaxTimeout: keepAlive,
    pipelining: 1,
    ...(localAddress && { localAddress }),
  };
  return proxy
    ? new ProxyAgent({ ...settings, uri: proxy, proxyTls: connect, requestTls: { timeout: connectTimeout } })
    : new Agent({ ...settings, connect });
}

function check({ connections, keepAlive, connectTimeout, family, proxy }: NodeTransportOptions): void {
  const refuse = (field: string, problem: string) => invalidInput(field, problem, "nodeTransport");
  if (connections !== undefined && !(Number.isSafeInteger(connections) && connections >= 1)) {
    throw refuse("connections", `must be a whole number of at least 1, got ${connections}`);
  }
  for (const [field, value] of Object.entries({ keepAlive, connectTimeout })) {
    if (value !== undefined && !(value > 0))
      throw refuse(field, `must be a number of milliseconds above 0, got ${value}`);
  }
  if (family !== undefined && family !== 4 && family !== 6) throw refuse("family", `must be 4 or 6, got ${family}`);
  // Not quoted: there may be a password in it.
  if (proxy !== undefined && !isProxy(proxy))
    throw refuse("proxy", "must be an http:// or https:// address; # and / in a password are written %23 and %2F");
}

/** What undici does with the address, which throws later, and with the address in the error. */
function isProxy(address: string): boolean {
  try {
    const { protocol, username, password } = new URL(address);
    decodeURIComponent(username + password);
    return /^https?:$/.test(protocol);
  } catch {
    return false;
  }
}
