import { type GenericSchema, literal, optional, strictObject } from "valibot";
import { count, text } from "./formats.ts";
import { orderMessage } from "./orders.ts";

/** Text messages of the stream by their `type`. */
export const STREAM_MESSAGES: Readonly<Record<string, GenericSchema>> = {
  order: strictObject({ type: literal("order"), data: orderMessage }),
  error: strictObject({ type: literal("error"), data: text }),
  message: strictObject({ type: literal("message"), data: text }),
  instruments_meta: strictObject({ type: literal("instruments_meta"), data: strictObject({ count, etag: text }) }),
  app_code: strictObject({ type: literal("app_code"), timestamp: text, data: optional(text) }),
};

/** Bytes of a packet by mode: of what is traded, and of an index. */
export const PACKET_BYTES: Readonly<Record<"ltp" | "quote" | "full", readonly [traded: number, index: number]>> = {
  ltp: [8, 8],
  quote: [44, 28],
  full: [184, 32],
};
