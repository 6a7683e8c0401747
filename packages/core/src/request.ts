import type { RateBucket } from "./budget/limits.ts";
import type { Session } from "./session.ts";
import type { StatsRecorder } from "./stats.ts";
import type { TransportRequest } from "./transport.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Values that can stand in a query or a form. `undefined` leaves the field out, an array repeats it. */
export type Fields = Readonly<Record<string, FieldValue | readonly FieldValue[]>>;
export type FieldValue = string | number | boolean | undefined;

/** What a caller may say about one call. */
export interface CallOptions {
  /** Ends the call: in the queue, in the wait between two tries, and on the socket. */
  readonly signal?: AbortSignal | undefined;
  /** Milliseconds for one attempt, from sending to the last byte of the answer. */
  readonly timeout?: number | undefined;
  /** Milliseconds for the whole call: waiting in the queue, every attempt, every pause. */
  readonly deadline?: number | undefined;
  /** Called right before the request leaves this machine, at each attempt. Until then the call is certain to have no effect. */
  readonly onSend?: (() => void) | undefined;
  /** `exit` marks a call that gets out of a position: it may use what a budget keeps for that, and passes guards that stop new risk. */
  readonly purpose?: "exit" | undefined;
}

/** One request, described. `kite.send(plan)` is the way to a route that has no function yet. */
export interface Plan extends CallOptions {
  /** Name for messages, statistics and logs. */
  readonly endpoint: string;
  readonly method: Method;
  /** Route with its slots filled: `/orders/regular/151220000000000`. */
  readonly path: string;
  readonly query?: Fields | undefined;
  /** Body, form-encoded. */
  readonly form?: Fields | undefined;
  /** Body, as JSON; Kite takes it on its margin and charge routes only. */
  readonly json?: unknown;
  /** Whose budget the call is counted in. Default `other`. */
  readonly bucket?: RateBucket | undefined;
  /** Places it uses of the day's count: an iceberg one a leg, a change or a cancellation none. Default 1. */
  readonly dayCost?: number | undefined;
  /** Says that sending twice does what sending once does. Default: true for GET alone. */
  readonly idempotent?: boolean | undefined;
  /** What a good answer is. Default `json`. */
  readonly accept?: "json" | "csv" | undefined;
  /** Makes the reader of an answer's body, for each attempt anew; `data` is what it gives. `readGood` makes one. */
  readonly read?: TransportRequest["readBody"];
  /** False for the routes that make a session. Default true. */
  readonly authorised?: boolean | undefined;
  /** Milliseconds the answer may be kept by the cache layer; 0 never. Default: the layer's own. */
  readonly cacheFor?: number | undefined;
  /** A write names the routes whose cached answers it makes stale. Default: its own first segment. */
  readonly stales?: readonly string[] | undefined;
  /** Marks an answer that holds tokens: its values stay out of every message. */
  readonly secret?: boolean | undefined;
}

/** An answer with its envelope opened. */
export interface WireResponse<Data = unknown> {
  readonly status: number;
  readonly headers: Headers;
  /** The envelope's `data`, or the text of a CSV. */
  readonly data: Data;
}

/** Sends a plan and gives the answer, or throws a `KiteError`. */
export type Send = (plan: Plan) => Promise<WireResponse>;

/** What a layer may use of the client it wraps. */
export interface LayerContext {
  readonly session: Session;
  readonly stats: StatsRecorder;
}

/** Wraps every request of a client. The first layer given is the outermost. */
export type Layer = (next: Send, context: LayerContext) => Send;

/** True for a plan that may be sent again without asking anyone. */
export const isIdempotent = (plan: Plan): boolean => plan.idempotent ?? plan.method === "GET";

/** True for a plan whose failure leaves a question: did it take effect? */
export const isWrite = (plan: Plan): boolean => plan.method !== "GET" && !isIdempotent(plan);
