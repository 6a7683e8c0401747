import type { ReactNode } from "react";
import { lightWords } from "../live/light-words.ts";
import { useFeedState } from "../live/use-live.ts";
import { indianTime } from "../time.ts";

interface PriceAgeProps {
  /** The figures follow the stream. */
  readonly isLive: boolean;
  /** When the figures were asked for that are shown while there is no stream, in epoch milliseconds; 0 when there are none. */
  readonly at: number;
}

/** Says how old the prices are that the figures are made with. */
export function PriceAge({ isLive, at }: PriceAgeProps): ReactNode {
  const { reason } = lightWords(useFeedState());
  if (isLive) {
    return (
      <p className="price-age live">
        <span className="price-age-lamp" aria-hidden="true" />
        Live
      </p>
    );
  }
  return (
    <p className="price-age" title={reason || undefined}>
      <span className="price-age-lamp" aria-hidden="true" />
      {at > 0 ? (
        <>
          Prices of <time dateTime={new Date(at).toISOString()}>{indianTime(at)}</time>
        </>
      ) : (
        "Waiting"
      )}
    </p>
  );
}
