import type { ReactNode } from "react";
import { indianTime } from "../time.ts";
import { lightWords } from "./light-words.ts";
import { useFeedState } from "./use-live.ts";

/** Whether prices arrive. */
export function ConnectionLight(): ReactNode {
  const { status, title } = lightWords(useFeedState());
  return (
    <p className={`light ${status}`} role="status">
      <span className="light-lamp" aria-hidden="true" />
      <span className="light-title">{title}</span>
    </p>
  );
}

/** Why no prices arrive, and when it is tried again; `otherwise` while there is nothing to explain. */
export function ConnectionTrouble({ otherwise }: { readonly otherwise: ReactNode }): ReactNode {
  const { reason, retryAt } = lightWords(useFeedState());
  return (
    <>
      <p role="status">{reason && `${reason}.`}</p>
      {retryAt !== null && <p className="light-retry">Next try {indianTime(retryAt)}</p>}
      {!reason && retryAt === null && otherwise}
    </>
  );
}
