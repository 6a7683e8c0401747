import type { Plan } from "@kite/core";

/** True for what gets out of the market: a cancellation, and whatever its caller has marked `purpose: "exit"`. */
export const isExit = (plan: Plan): boolean => plan.method === "DELETE" || plan.purpose === "exit";

/** Places of the day's count that a call uses. Changes and cancellations use none. */
export const dayCostOf = ({ dayCost, method }: Plan): number => dayCost ?? (method === "POST" ? 1 : 0);

/** The order that a call changes. */
export const changedOrder = ({ method, path }: Plan): string | undefined =>
  method === "PUT" ? /^\/orders\/[^/]+\/([^/]+)$/.exec(path)?.[1] : undefined;
