import type { ErrorType } from "../refusal.ts";

/** Cuts the connection without a word. */
interface DropFault {
  readonly kind: "drop";
  /** Whether the request did its work before. */
  readonly executed: boolean;
}

/** Leaves the request without an answer until the caller gives up. */
interface HangFault {
  readonly kind: "hang";
  readonly executed: boolean;
  /** Milliseconds of the simulator's clock after which the connection is cut. Default: never. */
  readonly ms?: number;
}

/** Answers with a failure, whatever the request would have got. */
export interface StatusFault {
  readonly kind: "status";
  readonly executed: boolean;
  /** HTTP status, 400 to 599. */
  readonly status: number;
  /** Kite's error envelope, a page as gateways have it, or nothing. Default `envelope`. */
  readonly body?: "envelope" | "html" | "empty";
  /** What the envelope says. Default: what the API says with this status. */
  readonly error_type?: ErrorType;
  readonly message?: string;
}

/** Answers 200 with an HTML page. */
export interface HtmlFault {
  readonly kind: "html";
  readonly executed: boolean;
}

/** Sends the first half of the answer's body, and then closes the connection. The request did its work. */
interface CutFault {
  readonly kind: "cut";
}

/** Answers 400 "Order request timed out.", which the real API is known to do with orders that are live. */
export interface TimedOutFault {
  readonly kind: "timed-out";
  readonly executed: boolean;
}

/** Holds the answer back, when the work is done. Milliseconds of the simulator's clock. */
interface LatencyFault {
  readonly kind: "latency";
  readonly min: number;
  readonly max: number;
}

/**
 * Hides a new order, or all slices of it, from books, trades, messages and postbacks for a while; it trades and counts
 * for margins meanwhile. Milliseconds of the simulator's clock. Strikes requests that place an order, and no others.
 */
interface LateFault {
  readonly kind: "late";
  readonly min: number;
  readonly max: number;
}

/** What the caller gets in the place of the answer. */
export type AnswerFault = DropFault | HangFault | StatusFault | HtmlFault | CutFault | TimedOutFault;

/** What can go wrong with a request: one of the first, and a wait and a late order on top of it. */
export type Fault = AnswerFault | LatencyFault | LateFault;

/** Which requests meet which fault, and how often. */
export interface FaultRule {
  /**
   * Method and path, e.g. `POST /orders/*`. `*` stands for any characters, slashes included, or for any method; methods
   * can be listed: `PUT|DELETE /orders/*`. Default: every request.
   */
  readonly match?: string;
  /** Only requests of this user's sessions. Default: of anybody, signed in or not. */
  readonly user_id?: string;
  /** From 0, never, to 1, always. Default 1. */
  readonly chance?: number;
  /** How often at most, from when the rules were set. Default: no limit. */
  readonly times?: number;
  readonly fault: Fault;
}

/** A fault that has happened to a request. */
export interface InjectedFault {
  /** Position of the rule among the rules of its time. */
  readonly rule: number;
  readonly fault: Fault;
  readonly method: string;
  /** Path without the query. */
  readonly path: string;
  /** When the request arrived, by the simulator's clock. */
  readonly at: Date;
  /** Who asked; missing when the request carried no valid session. */
  readonly user_id?: string;
  /** Whether the request did its work. */
  readonly executed: boolean;
  /** Status that the request would have got without the fault; missing when it was not executed. */
  readonly status?: number;
  /** How long a `latency` or `late` was, in milliseconds of the simulator's clock. */
  readonly ms?: number;
}
