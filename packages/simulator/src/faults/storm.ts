import type { AnswerFault, FaultRule } from "./rule.ts";

/** How hard a storm blows. */
export interface StormOptions {
  /** Share of the requests whose answer is lost or false, from 0 to 1. As many are late, and as many slow. Default 0.3. */
  readonly chance?: number;
  /** Which requests it hits, as in a rule. Default `POST /orders/*`. */
  readonly match?: string;
}

const HANG_MS = 30_000;

/** Everything that is known to happen to a placement, equally often. */
const MISHAPS: readonly AnswerFault[] = [
  { kind: "drop", executed: false },
  { kind: "drop", executed: true },
  { kind: "hang", executed: false, ms: HANG_MS },
  { kind: "hang", executed: true, ms: HANG_MS },
  { kind: "timed-out", executed: false },
  { kind: "timed-out", executed: true },
  { kind: "status", executed: false, status: 429 },
  { kind: "status", executed: false, status: 500 },
  { kind: "status", executed: true, status: 500 },
  { kind: "status", executed: false, status: 502, body: "html" },
  { kind: "status", executed: true, status: 502, body: "html" },
  { kind: "status", executed: false, status: 503 },
  { kind: "status", executed: true, status: 503, body: "empty" },
  { kind: "status", executed: false, status: 504, body: "empty" },
  { kind: "status", executed: true, status: 504 },
  { kind: "html", executed: false },
  { kind: "html", executed: true },
  { kind: "cut" },
];

/**
 * Makes rules under which placing orders meets every fault there is: lost and false answers before and after the work was
 * done, connections that hang for 30 seconds, slow answers of up to 5 seconds, and orders that come to light up to 90
 * seconds later. All by the simulator's clock.
 *
 * @throws {TypeError} when the chance is not from 0 to 1.
 */
export function stormRules({ chance = 0.3, match = "POST /orders/*" }: StormOptions = {}): FaultRule[] {
  if (!(chance >= 0 && chance <= 1)) throw new TypeError(`storm.chance: expected a number from 0 to 1, got ${chance}`);
  const share = chance / MISHAPS.length;
  const mishaps = MISHAPS.map((fault, index): FaultRule => {
    // a rule is only asked when those before it have not struck, so the later ones have to strike more often
    return { match, chance: Math.min(1, share / (1 - index * share)), fault };
  });
  return [
    ...mishaps,
    { match, chance, fault: { kind: "late", min: 0, max: 90_000 } },
    { match, chance, fault: { kind: "latency", min: 0, max: 5000 } },
  ];
}
