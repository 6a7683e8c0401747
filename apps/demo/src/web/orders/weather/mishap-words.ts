import type { Mishap, MishapKind } from "../../../shared/demo-api.ts";
import { indianTime } from "../../time.ts";

const words: Readonly<Record<MishapKind, string>> = {
  hang: "it took an order, and never answered",
  drop: "it took an order, and cut the connection",
  "timed-out": "it took an order, and answered that it timed out",
  gateway: "it took an order, and a gateway answered 502",
};

/** Says what went wrong on purpose: `At 15:04:05 it took an order, and never answered; hidden from the book for 5.2 s.` */
export function mishapWords({ at, kind, late_ms }: Mishap): string {
  const late = late_ms === null ? "" : `; hidden from the book for ${(late_ms / 1_000).toFixed(1)} s`;
  return `At ${indianTime(at)} ${words[kind]}${late}.`;
}
