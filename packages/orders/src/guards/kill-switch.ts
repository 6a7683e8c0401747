import { isKiteError, type KiteError, type Plan, type Send, type WireResponse } from "@kite/core";
import { refusedBy } from "./guard-refusal.ts";

/** A call that a stop can still end. */
interface Unsent {
  readonly plan: Plan;
  readonly end: (refusal: KiteError) => void;
}

/** Stops what would open or enlarge a position, in the line for the rate budget too. What is on the wire keeps its answer. */
export class KillSwitch {
  readonly #unsent = new Set<Unsent>();
  #reason: string | undefined;

  get reason(): string | undefined {
    return this.#reason;
  }

  stop(reason: string): void {
    this.#reason = reason;
    for (const { plan, end } of this.#unsent) end(this.#refusal(plan, reason));
  }

  resume(): void {
    this.#reason = undefined;
  }

  /** Throws while stopped. */
  check(plan: Plan): void {
    if (this.#reason !== undefined) throw this.#refusal(plan, this.#reason);
  }

  /** Sends a call that a stop ends as long as it has not left the machine. */
  async send(plan: Plan, next: Send): Promise<WireResponse> {
    const controller = new AbortController();
    let ended: KiteError | undefined;
    const unsent: Unsent = {
      plan,
      end(refusal) {
        ended = refusal;
        controller.abort(refusal);
      },
    };
    const follow = () => controller.abort(plan.signal?.reason);
    if (plan.signal?.aborted) follow();
    plan.signal?.addEventListener("abort", follow, { once: true });
    this.#unsent.add(unsent);
    const onSend = () => {
      this.#unsent.delete(unsent);
      plan.onSend?.();
    };
    try {
      return await next({ ...plan, signal: controller.signal, onSend });
    } catch (error) {
      throw ended && isKiteError(error) && error.outcome === "not-sent" ? ended : error;
    } finally {
      this.#unsent.delete(unsent);
      plan.signal?.removeEventListener("abort", follow);
    }
  }

  #refusal(plan: Plan, reason: string): KiteError {
    return refusedBy(plan, "stopped", undefined, reason);
  }
}
