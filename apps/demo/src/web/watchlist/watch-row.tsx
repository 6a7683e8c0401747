import type { Tick } from "@kite/ticker";
import type { ReactNode } from "react";
import type { WatchedRow } from "../../shared/market-api.ts";
import { directionOf, formatPercent, formatQuantity } from "../../shared/rupees.ts";
import { CrossIcon } from "../icons.tsx";
import { Flash } from "../live/flash.tsx";
import { useLivePrice, useWatch } from "../live/use-live.ts";
import { formatPrice } from "../market/price-text.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";
import { Bone } from "../states/bone.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";

interface WatchRowProps {
  readonly instrument: WatchedRow;
  /** It is what the rest of the view shows. */
  readonly isShown: boolean;
  readonly onRemove: () => void;
}

/** An instrument with its price as it moves. Each row listens for itself. */
export function WatchRow({ instrument, isShown, onRemove }: WatchRowProps): ReactNode {
  const { key, exchange, tradingsymbol, instrument_token } = instrument;
  useWatch(instrument_token, "quote");
  return (
    <li className="watch">
      <a href={instrumentAddress("market", key)} aria-current={isShown ? "true" : undefined}>
        <span className="watch-name">
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>
        </span>
        <WatchFigures instrument={instrument} />
      </a>
      <button type="button" className="button icon-only watch-remove" onClick={onRemove} aria-label={`Remove ${key}`}>
        <CrossIcon />
      </button>
    </li>
  );
}

function WatchFigures({ instrument: { instrument_token, tick_size } }: Pick<WatchRowProps, "instrument">): ReactNode {
  const price = useLivePrice(instrument_token);
  if (!price) {
    return (
      <span className="watch-price">
        <Bone width="7ch" />
      </span>
    );
  }
  const { tick, direction, moves } = price;
  const percent = tick.mode === "ltp" ? null : tick.change_percent;
  return (
    <>
      <span className="watch-price">
        <Flash direction={direction} moves={moves}>
          {formatPrice(tick.last_price, tick_size)}
        </Flash>
      </span>
      <span className="watch-volume">{volumeText(tick)}</span>
      <span className={`watch-change change ${percent === null ? "flat" : directionOf(percent)}`}>
        {percent === null ? "–" : formatPercent(percent)}
      </span>
    </>
  );
}

/** An index is not traded. */
const volumeText = (tick: Tick): string =>
  tick.mode !== "ltp" && tick.tradable ? `Volume ${formatQuantity(tick.volume_traded)}` : "";
