/** How much of an instrument a client wants: the price, the day's figures, or the five levels of the book as well. */
export type StreamMode = "ltp" | "quote" | "full";

export const STREAM_MODES: readonly StreamMode[] = ["ltp", "quote", "full"];

/** What streams after a subscription until the client asks for something else. */
export const FIRST_MODE: StreamMode = "quote";

/** Bytes of a packet. A longer packet begins with the shorter ones. */
const LENGTHS: Readonly<Record<"index" | "tradable", Readonly<Record<StreamMode, number>>>> = {
  index: { ltp: 8, quote: 28, full: 32 },
  tradable: { ltp: 8, quote: 44, full: 184 },
};

/** Bytes of the longest packet there is. */
export const LONGEST_PACKET = 184;

export function packetLength(isIndex: boolean, mode: StreamMode): number {
  return LENGTHS[isIndex ? "index" : "tradable"][mode];
}
