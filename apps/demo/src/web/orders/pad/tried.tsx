import type { ReactNode } from "react";
import type { PlacementEnd } from "../../../shared/orders-api.ts";
import { besideField } from "../../form/refusal.ts";
import { clockTime } from "../../time.ts";

type Unknown = Extract<PlacementEnd, { readonly outcome: "unknown" }>;

/** What was done to find out about an order, when it was not enough. */
export function Tried({ end: { tag, tried } }: { readonly end: Unknown }): ReactNode {
  const { sent_at, doubt, looks, failed_looks, last_look_at, lookalikes } = tried;
  return (
    <dl className="tried">
      <Fact name="Tag" value={tag} />
      <Fact name="Sent" value={sent_at && clockTime(sent_at)} />
      <Fact name="Answer" value={doubt && besideField(doubt, "")} />
      <Fact
        name="Book"
        value={`read ${times(looks)}${last_look_at ? `, last at ${clockTime(last_look_at)}` : ""}${
          failed_looks > 0 ? `; ${times(failed_looks)} in vain` : ""
        }`}
      />
      <Fact name="Alike" value={lookalikes.join(", ")} />
    </dl>
  );
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }): ReactNode {
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
