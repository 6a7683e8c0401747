import type { Tick } from "@kite/ticker";
import type { KeyboardEvent, ReactNode } from "react";
import { directionOf, formatPercent, formatQuantity } from "../../shared/rupees.ts";
import { CrossIcon } from "../icons.tsx";
import { Flash } from "../live/flash.tsx";
import { useLivePrice, useWatch } from "../live/use-live.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { formatPrice } from "../market/price-text.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";
import { Bone } from "../states/bone.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";
import { deedOf, type RowDeed, rowKeys } from "./row-keys.ts";

interface WatchRowProps {
  readonly instrument: InstrumentRow;
  /** It is what the rest of the view shows. */
  readonly isShown: boolean;
  /** Hears what a key asks for, and which row it was pressed on. */
  readonly onDeed: (deed: RowDeed, row: HTMLElement) => void;
}

/** An instrument with its price as it moves. Each row listens for itself. */
export function WatchRow({ instrument, isShown, onDeed }: WatchRowProps): ReactNode {
  const { key, exchange, tradingsymbol, instrument_token } = instrument;
  useWatch(instrument_token, "quote");
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const deed = deedOf(event);
    const row = event.currentTarget.closest("li");
    if (!deed || !row) return;
    event.preventDefault();
    onDeed(deed, row);
  };
  return (
    <li className="watch">
      <a
        href={instrumentAddress("market", key)}
        aria-current={isShown ? "true" : undefined}
        aria-keyshortcuts={rowKeys}
        onKeyDown={onKeyDown}
      >
        <span className="watch-name">
          <InstrumentName symbol={tradingsymbol} /> <span className="exchange">{exchange}</span>
        </span>
        <WatchFigures instrument={instrument} />
      </a>
      <button
        type="button"
        className="button icon-only watch-remove"
        onClick={(event) => onDeed("remove", event.currentTarget.closest("li") as HTMLElement)}
        aria-label={`Remove ${key}`}
      >
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
