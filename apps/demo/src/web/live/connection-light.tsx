import type { ReactNode } from "react";
import { clockTime } from "../time.ts";
import { lightWords } from "./light-words.ts";
import { useFeedState } from "./use-live.ts";

/** Whether prices arrive, and if not, why, and when it is tried again. */
export function ConnectionLight(): ReactNode {
  const { status, title, reason, retryAt } = lightWords(useFeedState());
  return (
    <div className={`light ${status}`}>
      <p className="light-state" role="status">
        <span className="light-lamp" aria-hidden="true" />
        <span className="light-title">{title}</span>
        {reason && <span className="light-reason">{reason}.</span>}
      </p>
      {retryAt !== null && <p className="light-retry">Next try {clockTime(retryAt)}</p>}
    </div>
  );
}
