/**
 * A clock that runs faster than the real one and that several processes agree on: `{ realStart, simulatedStart, speed }`, both starts in
 * epoch milliseconds.
 */
export function simulatedNow({ realStart, simulatedStart, speed }) {
  return () => simulatedStart + (performance.timeOrigin + realPerformanceNow() - realStart) * speed;
}

const realPerformanceNow = performance.now.bind(performance);

/** Makes this whole process live by such a clock: dates, timers, time limits. */
export function liveBy(clock) {
  const now = simulatedNow(clock);
  const { setTimeout: realTimeout } = globalThis;
  globalThis.Date = class extends Date {
    constructor(...parts) {
      super(...(parts.length > 0 ? parts : [now()]));
    }
    static now() {
      return Math.floor(now());
    }
  };
  performance.now = () => realPerformanceNow() * clock.speed;
  globalThis.setTimeout = (work, milliseconds = 0, ...rest) => realTimeout(work, milliseconds / clock.speed, ...rest);
}
