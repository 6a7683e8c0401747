/** Microseconds that fit into 31 bits: half an hour, which no message takes. Processes of one machine agree about them. */
const RANGE = 2 ** 31;

export const stampNow = () => Math.floor((performance.timeOrigin + performance.now()) * 1_000) % RANGE;

/** Milliseconds since a stamp. */
export const sinceStamp = (stamp) => ((stampNow() - stamp + RANGE) % RANGE) / 1_000;
