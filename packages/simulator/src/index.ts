export type { SimulatorOptions, StartOptions } from "./options.ts";
export type { ReceivedRequest } from "./request-log.ts";
export { createSimulator, type Simulator, type SimulatorEnvironment } from "./simulator.ts";
export { startSimulator } from "./start.ts";
export type { OrderRow } from "./trading/order-rows.ts";
export { builtInUsers, type SimulatorUser } from "./users.ts";
