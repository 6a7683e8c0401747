import type { ConfirmStage } from "@kite/orders";
import type { ReactNode } from "react";
import { indianTime } from "../../time.ts";
import { stageLines } from "./stage-words.ts";

/** What has happened to an order so far, step by step, with the time of each. */
export function Stages({ steps }: { readonly steps: readonly ConfirmStage[] }): ReactNode {
  return (
    <ol className="stages" aria-label="Stages" aria-live="polite">
      {stageLines(steps).map(({ stage, at, text }) => (
        <li key={stage} className={stage}>
          <time dateTime={at.toISOString()}>{indianTime(at)}</time>
          <span>{text}</span>
        </li>
      ))}
    </ol>
  );
}
