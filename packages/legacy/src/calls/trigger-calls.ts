import { deleteGTT, getGTT, getGTTs, modifyGTT, placeGTT } from "@kite/gtt";
import type { GTTParams, Trigger } from "../types/gtt.ts";
import { datedRows } from "../wire/dated-rows.ts";
import { gttForm } from "../wire/gtt-form.ts";
import { requireParams } from "../wire/require-params.ts";
import { FundCalls } from "./fund-calls.ts";

/** Good-till-triggered orders. */
export abstract class TriggerCalls extends FundCalls {
  /**
   * Lists the GTTs that are active or were in the last seven days.
   * @deprecated Use `kite.gtt.getGTTs()`.
   */
  getGTTs(): Promise<Trigger[]> {
    return this.call("getGTTs", getGTTs.spec, {}, (rows) => datedRows(rows, this.clock));
  }

  /**
   * Gives one GTT.
   * @deprecated Use `kite.gtt.getGTT(trigger_id)`.
   */
  getGTT(trigger_id: number | string): Promise<Trigger> {
    const sent = { slots: { trigger_id }, query: { trigger_id } };
    return this.call("getGTT", getGTT.spec, sent, (rows) => datedRows(rows, this.clock));
  }

  /**
   * Places a GTT. Of each order seven fields are sent. Throws at once for an unknown type and a number of triggers that does not
   * fit it.
   * @deprecated Use `kite.gtt.placeGTT({ type, condition, orders })`.
   */
  placeGTT(params: GTTParams): Promise<{ trigger_id: number }> {
    const form = gttForm("placeGTT", requireParams("placeGTT", params));
    return this.call("placeGTT", placeGTT.spec, { form });
  }

  /**
   * Replaces a GTT by a whole new definition. Throws at once, as `placeGTT` does.
   * @deprecated Use `kite.gtt.modifyGTT({ trigger_id, ...changes })`.
   */
  modifyGTT(trigger_id: number | string, params: GTTParams): Promise<{ trigger_id: number }> {
    const form = { trigger_id, ...gttForm("modifyGTT", requireParams("modifyGTT", params)) };
    return this.call("modifyGTT", modifyGTT.spec, { slots: { trigger_id }, form });
  }

  /**
   * Removes a GTT.
   * @deprecated Use `kite.gtt.deleteGTT(trigger_id)`.
   */
  deleteGTT(trigger_id: number | string): Promise<{ trigger_id: number }> {
    return this.call("deleteGTT", deleteGTT.spec, { slots: { trigger_id }, query: { trigger_id } });
  }
}
