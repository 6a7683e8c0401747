import type { Alert } from "@kite/alerts";
import type { Instruments } from "@kite/market-data";
import type { ReactNode } from "react";
import { useLivePrice, useWatch } from "../live/use-live.ts";
import { Bone } from "../states/bone.tsx";
import { findForAlert } from "./alert-instruments.ts";
import { distanceText, levelText } from "./alert-words.ts";

interface AlertDistanceProps {
  readonly alert: Alert;
  /** Undefined while they are on their way. */
  readonly instruments: Instruments | undefined;
}

/** How far the price is from what an alert waits for, as it moves. */
export function AlertDistance({ alert, instruments }: AlertDistanceProps): ReactNode {
  const { lhs_exchange, lhs_tradingsymbol, operator, rhs_type, rhs_exchange, rhs_tradingsymbol } = alert;
  const find = (exchange: string, symbol: string) => instruments && findForAlert(instruments, exchange, symbol);
  const lhs = find(lhs_exchange, lhs_tradingsymbol);
  const rhs = rhs_type === "instrument" ? find(rhs_exchange, rhs_tradingsymbol) : undefined;
  useWatch(lhs?.instrument_token, "ltp");
  useWatch(rhs?.instrument_token, "ltp");
  const left = useLivePrice(lhs?.instrument_token)?.tick.last_price;
  const other = useLivePrice(rhs?.instrument_token)?.tick.last_price;
  const right = rhs_type === "instrument" ? other : alert.rhs_constant;
  if (instruments && !lhs) return <span className="unit">Not listed any more</span>;
  if (left === undefined || right === undefined) return <Bone width="10ch" />;
  const level = (gap: number) => levelText(gap, lhs_exchange, lhs?.tick_size);
  return (
    <span className="alert-distance">
      {distanceText(left, operator, right, level)}
      <span className="beneath">now {level(left)}</span>
    </span>
  );
}
