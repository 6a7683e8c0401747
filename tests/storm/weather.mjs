const placing = "POST /orders/*";
const reading = "GET /orders";

/** What goes wrong in a storm, and how often. A quarter of all placements meets something, a third becomes visible late. */
export const storm = [
  { match: placing, chance: 0.02, fault: { kind: "drop", executed: false } },
  { match: placing, chance: 0.03, fault: { kind: "drop", executed: true } },
  { match: placing, chance: 0.01, fault: { kind: "hang", executed: false } },
  { match: placing, chance: 0.02, fault: { kind: "hang", executed: true } },
  { match: placing, chance: 0.02, fault: { kind: "status", status: 500, executed: true } },
  { match: placing, chance: 0.02, fault: { kind: "status", status: 503, executed: false } },
  { match: placing, chance: 0.02, fault: { kind: "status", status: 502, body: "html", executed: true } },
  { match: placing, chance: 0.01, fault: { kind: "status", status: 504, body: "empty", executed: true } },
  { match: placing, chance: 0.01, fault: { kind: "status", status: 429, executed: false } },
  { match: placing, chance: 0.02, fault: { kind: "html", executed: true } },
  { match: placing, chance: 0.03, fault: { kind: "cut" } },
  { match: placing, chance: 0.02, fault: { kind: "timed-out", executed: true } },
  { match: placing, chance: 0.02, fault: { kind: "timed-out", executed: false } },
  { match: placing, chance: 0.33, fault: { kind: "late", min: 0, max: 90_000 } },
  { match: placing, chance: 0.3, fault: { kind: "latency", min: 20, max: 400 } },
  { match: reading, chance: 0.03, fault: { kind: "status", status: 503, executed: false } },
  { match: reading, chance: 0.02, fault: { kind: "cut" } },
  { match: reading, chance: 0.01, fault: { kind: "hang", executed: false } },
];
