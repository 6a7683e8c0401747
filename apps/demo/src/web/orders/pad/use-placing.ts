import type { ConfirmStage, PlaceOrderParams } from "@kite/orders";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { isDoubtful } from "../../api/failure.ts";
import { kite } from "../../api/kite.ts";
import { KnownFailure } from "../../api/known-failure.ts";
import { refreshFigures } from "../../api/queries.ts";
import { announce } from "../../states/announcer.tsx";
import { intentsOf } from "../intents/stored-intents.ts";
import { isPadThere } from "./pad-presence.ts";
import { place } from "./place.ts";
import { type Fate, forgetPlaced, keepSent, type Sent, tagOf } from "./sent.ts";

interface PlacingParts {
  /** Whose account it is. */
  readonly user_id: string | undefined;
  /** The account is a real one. */
  readonly live: boolean;
  /** Called when nothing was sent, because something about the order cannot be right. */
  readonly onRefused: (error: Error) => void;
}

interface Placing {
  readonly isPlacing: boolean;
  /** Whether an order is on its way; known at once, where `isPlacing` comes a moment later. */
  isBusy(): boolean;
  begin(order: PlaceOrderParams): void;
  /** Goes on to the next order. What is still in doubt is closed: it is the person who has decided. */
  leave(sent: Sent): void;
}

/** Places orders, one at a time, and keeps what becomes of the latest, whether the pad is still there or not. */
export function usePlacing({ user_id, live, onRefused }: PlacingParts): Placing {
  const client = useQueryClient();
  const isUnderWay = useRef(false);
  const placing = useMutation({
    mutationFn: async ({ order, user_id }: { readonly order: PlaceOrderParams; readonly user_id: string }) => {
      const ending = new AbortController();
      const stop = () => ending.abort();
      let steps: readonly ConfirmStage[] = [];
      const keep = (fate?: Fate) => keepSent({ order, steps, fate, stop });
      const onStage = (step: ConfirmStage) => {
        steps = [...steps, step];
        keep();
        if (step.stage === "doubtful") void refreshFigures(client);
      };
      try {
        const fate = await place(kite, order, { intents: intentsOf(user_id), live, signal: ending.signal, onStage });
        keep(fate);
        return fate;
      } catch (error) {
        // not the order's fault, and nobody can say how far it came
        if (isDoubtful(error)) keep({ outcome: "lost", error: error as Error });
        throw error;
      }
    },
    onSuccess: (fate) => {
      if (isPadThere()) return;
      announce(awayWords(fate));
      forgetPlaced();
    },
    onError: (error) => {
      const isInDoubt = isDoubtful(error);
      if (!isInDoubt) {
        keepSent(undefined);
        onRefused(error);
      }
      if (!isPadThere()) announce(isInDoubt ? "An order may have been placed: look at the book" : error.message);
    },
    // after a failure too: the order may be there all the same
    onSettled: () => {
      isUnderWay.current = false;
      void refreshFigures(client);
    },
  });
  return {
    isPlacing: placing.isPending,
    isBusy: () => isUnderWay.current,
    begin(order) {
      if (user_id === undefined) return onRefused(unknownAccount);
      // the state of a mutation comes a moment later: a second Enter must not send a second order
      if (isUnderWay.current) return undefined;
      isUnderWay.current = true;
      return placing.mutate({ order, user_id });
    },
    leave(sent) {
      const tag = tagOf(sent);
      const isOpen = sent.fate?.outcome === "unknown" || sent.fate?.outcome === "lost";
      if (isOpen && tag && user_id !== undefined) {
        void intentsOf(user_id).resolve(tag, { outcome: "rejected", order_ids: [] });
      }
      keepSent(undefined);
    },
  };
}

/** An order is written down for the account that it is of. */
const unknownAccount = new KnownFailure({
  code: "AccountUnknown",
  message: "It is not known yet whose account this is, so nothing was sent.",
  what_to_do: "Try again in a moment.",
});

/** What is called out to somebody who looks at another view. */
function awayWords(fate: Fate): string {
  if (fate.outcome === "placed") return `Placed: order ${fate.order_ids.join(", ")}`;
  return fate.outcome === "rejected" ? "An order was not placed" : "An order may have been placed: look at the book";
}
