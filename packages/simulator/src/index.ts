export type { SimulatorApp } from "./apps.ts";
export { type ClockLine, type ClockSettings, runClock } from "./clock.ts";
export type { Fault, FaultRule, InjectedFault } from "./faults/rule.ts";
export { type StormOptions, stormRules } from "./faults/storm.ts";
export type { OrderArrivals, Peak } from "./limits/arrivals.ts";
export { KITE_LIMITS, type RateLimits } from "./limits/rate-limits.ts";
export type { MarketSelection } from "./market/selection.ts";
export type { SpecialSession } from "./market/special-session.ts";
export type { Moment } from "./moment.ts";
export type { SimulatorOptions, StartOptions } from "./options.ts";
export { type Recording, readRecording } from "./recording/read-recording.ts";
export type { ReceivedRequest } from "./request-log.ts";
export {
  createSimulator,
  type LoginChoice,
  type Simulator,
  type SimulatorEnvironment,
  type SimulatorFaults,
} from "./simulator.ts";
export { startSimulator } from "./start.ts";
export type { SimulatorState } from "./state/simulator-state.ts";
export type { SimulatedStream, StreamConnection } from "./stream/simulated-stream.ts";
export type { StreamMode } from "./stream/stream-mode.ts";
export type { StreamOptions } from "./stream/stream-options.ts";
export type { OrderRow } from "./trading/order-rows.ts";
export { builtInUsers, type SimulatorUser } from "./users.ts";
