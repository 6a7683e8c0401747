import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { readAgain } from "../../api/queries.ts";
import { indianTime } from "../../time.ts";
import { ordersFigures } from "../book/orders-figures.ts";

/** What to do when nobody knows: look, and look again, before sending once more. The page never sends again by itself. */
export function Doubt({ tag }: { readonly tag: string | undefined }): ReactNode {
  const client = useQueryClient();
  const [seen, setSeen] = useState<string>();
  const look = useMutation({
    mutationFn: () => readAgain(client, ordersFigures.key),
    onSuccess: () =>
      setSeen(
        `No order with the tag ${tag} is in the book at ${indianTime(Date.now())}. One can show up two minutes late.`,
      ),
    onError: () => setSeen("The order book could not be read."),
  });
  return (
    <>
      <p>It may be live all the same, and was sent once. Look before you send it again.</p>
      <p role="status">{seen}</p>
      <button type="button" className="button primary" onClick={() => look.mutate()} aria-disabled={look.isPending}>
        {look.isPending ? "Looking…" : seen ? "Look again" : "Look in the order book"}
      </button>
    </>
  );
}
