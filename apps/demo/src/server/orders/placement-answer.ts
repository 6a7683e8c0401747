import type { ConfirmResult, ConfirmStage } from "@kite/orders";
import type { PlacementEnd, PlacementStep } from "../../shared/orders-api.ts";
import { failureOf } from "../failure.ts";
import { orderRow } from "./order-row.ts";

/** Puts a stage into the page's words. */
export function placementStep(stage: ConfirmStage): PlacementStep {
  const basics = { at: stage.at.toISOString(), tag: stage.tag };
  switch (stage.stage) {
    case "answered":
      return { ...basics, stage: stage.stage, order_ids: stage.order_ids };
    case "refused":
    case "doubtful":
    case "look-failed":
      return { ...basics, stage: stage.stage, message: messageOf(stage.error) };
    case "looking":
      return {
        ...basics,
        ...{ stage: stage.stage, look: stage.look, of: stage.of, next_at: stage.nextAt?.toISOString() ?? null },
      };
    case "found":
      return { ...basics, stage: stage.stage, order_ids: stage.order_ids, by: stage.by };
    case "done":
      return { ...basics, stage: stage.stage, outcome: stage.outcome };
    default:
      return { ...basics, stage: stage.stage };
  }
}

/** Puts the end of a placement into the page's words. */
export function placementEnd(result: ConfirmResult): PlacementEnd {
  const { tag } = result;
  switch (result.outcome) {
    case "placed":
      return { outcome: "placed", tag, order_ids: result.order_ids, orders: result.orders.map(orderRow) };
    case "rejected":
      return {
        ...{ outcome: "rejected", tag, failure: failureOf(result.error).answer },
        orders: result.order ? [orderRow(result.order)] : [],
      };
    case "unknown": {
      const { sentAt, doubt, looks, failedLooks, lastLookAt } = result.facts;
      const tried = {
        sent_at: sentAt?.toISOString() ?? null,
        doubt: doubt ? messageOf(doubt) : null,
        looks,
        failed_looks: failedLooks,
        last_look_at: lastLookAt?.toISOString() ?? null,
        lookalikes: result.lookalikes.map(({ order_id }) => order_id),
      };
      return { outcome: "unknown", tag, failure: failureOf(result.error).answer, tried };
    }
  }
}

const messageOf = (error: unknown): string => failureOf(error).answer.message;
