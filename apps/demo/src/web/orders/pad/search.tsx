import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { StopLookingRequest } from "../../../shared/orders-api.ts";
import { change } from "../../api/request.ts";
import { announce } from "../../states/announcer.tsx";
import { ordersPath } from "../orders-path.ts";

/** Lets the person end the search for an order, when two minutes are too long. */
export function Search({ tag }: { readonly tag: string }): ReactNode {
  const stopping = useMutation({
    mutationFn: () => change(`${ordersPath}/stop-looking`, { tag } satisfies StopLookingRequest),
    onError: (error) => announce(error.message),
  });
  return (
    <>
      <p className="outcome-row">Nothing is sent again. The server goes on looking, even if you leave this page.</p>
      <button type="button" className="button" onClick={() => stopping.mutate()} aria-disabled={stopping.isPending}>
        Stop looking
      </button>
    </>
  );
}
