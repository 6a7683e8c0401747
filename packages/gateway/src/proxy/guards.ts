import { refuse } from "../refusal.ts";
import type { FoundRoute } from "../routes/find-route.ts";

/** An order on its way: what the browser asks for, in Kite's words. */
export interface GuardedOrder {
  readonly user_id: string;
  readonly action: "place" | "modify" | "cancel";
  readonly variety: string;
  /** Of the order to change or cancel. */
  readonly order_id: string | undefined;
  /** Fields of the form as they will be sent: `quantity`, `price`, `tradingsymbol`. Empty for a cancellation. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Gives the reason why an order must not be sent, or undefined. One that throws refuses the order too. */
export type OrderGuard = (order: GuardedOrder) => string | undefined | Promise<string | undefined>;

const actions = { POST: "place", PUT: "modify", DELETE: "cancel" } as const;

/** Throws 403 when a guard refuses. */
export async function askGuards(
  guards: readonly OrderGuard[],
  { route, slots }: FoundRoute,
  user_id: string,
  form: URLSearchParams | undefined,
): Promise<void> {
  if (guards.length === 0 || route.bucket !== "order" || route.method === "GET") return;
  // A guard that reads one `quantity` while Kite reads the other would be no guard.
  if (form && new Set(form.keys()).size !== form.size) throw refuse(403, "an order must name each field once");
  const order: GuardedOrder = {
    user_id,
    action: actions[route.method],
    variety: slots.variety ?? "",
    order_id: slots.order_id,
    fields: Object.fromEntries(form ?? []),
  };
  for (const guard of guards) {
    let reason: string | undefined;
    try {
      reason = await guard(order);
    } catch {
      throw refuse(403, "a guard of this server failed, so the order was not sent");
    }
    if (reason !== undefined) throw refuse(403, `refused by this server: ${reason}`);
  }
}
