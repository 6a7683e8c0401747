import type { FaultRule, InjectedFault, SimulatorFaults } from "@kite/simulator";
import type { Mishap, MishapKind, WeatherAnswer } from "../shared/demo-api.ts";

/** Whether the simulated exchange loses the answers of placements. */
export interface Weather {
  turn(bad: boolean): void;
  /** How it is, and what it has done. */
  report(): WeatherAnswer;
}

const match = "POST /orders/*";

/**
 * Each order is taken, its answer is lost, and the book shows it some seconds later. The first three ways come in turn, so that who tries it
 * out sees each of them; after that all four come as they like.
 */
const badWeather: readonly FaultRule[] = [
  { match, times: 1, fault: { kind: "hang", executed: true } },
  { match, times: 1, fault: { kind: "drop", executed: true } },
  { match, times: 1, fault: { kind: "timed-out", executed: true } },
  // a rule is asked when those before it have not struck: a quarter, a third and a half of what is left are equal shares
  { match, chance: 1 / 4, fault: { kind: "hang", executed: true } },
  { match, chance: 1 / 3, fault: { kind: "drop", executed: true } },
  { match, chance: 1 / 2, fault: { kind: "timed-out", executed: true } },
  { match, fault: { kind: "status", executed: true, status: 502, body: "html" } },
  // later than the first looks at the book, and soon enough to wait for it
  { match, fault: { kind: "late", min: 4_500, max: 6_500 } },
];

/** Makes the weather of a simulator's faults. */
export function weatherOf(faults: SimulatorFaults): Weather {
  let bad = false;
  /** Faults that belong to an earlier time. */
  let before = 0;
  return {
    turn(wished) {
      if (wished === bad) return;
      bad = wished;
      if (!bad) return faults.clear();
      before = faults.injected.length;
      faults.set(badWeather);
    },
    report() {
      const mishaps = mishapsOf(faults.injected.slice(before));
      return { bad, count: mishaps.length, latest: mishaps.at(-1) ?? null };
    },
  };
}

/** What happened to each request, the oldest first. That an order is late is a fault of its own, beside that of the answer. */
function mishapsOf(injected: readonly InjectedFault[]): Mishap[] {
  const lates = injected.filter(({ fault }) => fault.kind === "late");
  return injected.flatMap(({ fault, at }) => {
    const kind = kinds[fault.kind];
    const late = lates.find((one) => one.at.getTime() === at.getTime());
    return kind ? { at: at.toISOString(), kind, late_ms: late?.ms ?? null } : [];
  });
}

const kinds: Readonly<Partial<Record<InjectedFault["fault"]["kind"], MishapKind>>> = {
  hang: "hang",
  drop: "drop",
  "timed-out": "timed-out",
  status: "gateway",
};
