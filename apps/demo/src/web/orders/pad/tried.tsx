import type { ConfirmedUnknown } from "@kite/orders";
import type { ReactNode } from "react";
import { failureOf } from "../../api/failure.ts";
import { besideField } from "../../form/refusal.ts";
import { indianTime } from "../../time.ts";

/** What was done to find out about an order, when it was not enough. */
export function Tried({ result: { tag, facts, lookalikes } }: { readonly result: ConfirmedUnknown }): ReactNode {
  const { sentAt, doubt, looks, failedLooks, lastLookAt } = facts;
  return (
    <dl className="tried">
      <Fact name="Tag" value={tag} />
      <Fact name="Sent" value={sentAt && indianTime(sentAt)} />
      <Fact name="Answer" value={doubt && besideField(failureOf(doubt).message, "")} />
      <Fact
        name="Book"
        value={`read ${times(looks)}${lastLookAt ? `, last at ${indianTime(lastLookAt)}` : ""}${
          failedLooks > 0 ? `; ${times(failedLooks)} in vain` : ""
        }`}
      />
      <Fact name="Alike" value={lookalikes.map(({ order_id }) => order_id).join(", ")} />
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | undefined }): ReactNode {
  return (
    value && (
      <div>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    )
  );
}

const times = (count: number): string => (count === 1 ? "once" : `${count} times`);
