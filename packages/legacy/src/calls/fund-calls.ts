import {
  cancelMFOrder,
  cancelMFSIP,
  getMFHoldings,
  getMFInstruments,
  getMFOrder,
  getMFOrders,
  getMFSIP,
  getMFSIPs,
  modifyMFSIP,
  placeMFOrder,
  placeMFSIP,
} from "@kite/mf";
import type {
  MFHolding,
  MFInstrument,
  MFOrder,
  MFSIP,
  ModifyMFSIPParams,
  PlaceMFOrderParams,
  PlaceMFSIPParams,
} from "../types/mutual-fund.ts";
import { datedRows } from "../wire/dated-rows.ts";
import { formFields } from "../wire/form-fields.ts";
import { mfInstrumentRows } from "../wire/instrument-rows.ts";
import { requireParams } from "../wire/require-params.ts";
import { MarketCalls } from "./market-calls.ts";

/** Mutual funds. Kite documents them as read-only over the API: expect refusals of the writes. */
export abstract class FundCalls extends MarketCalls {
  /**
   * Lists the fund orders of the last seven days, or gives one of any age.
   * @deprecated Use `kite.mf.getMFOrders(), or kite.mf.getMFOrder(order_id)`.
   */
  getMFOrders(order_id?: string): Promise<MFOrder | MFOrder[]> {
    const read = (rows: unknown) => datedRows(rows, this.clock);
    if (!order_id) return this.call("getMFOrders", getMFOrders.spec, {}, read);
    return this.call("getMFOrders", getMFOrder.spec, { slots: { order_id }, query: { order_id } }, read);
  }

  /**
   * Places a fund order. The id is a text, whatever the type says.
   * @deprecated Use `kite.mf.placeMFOrder(params)`.
   */
  placeMFOrder(params: PlaceMFOrderParams): Promise<{ order_id: number }> {
    return this.call("placeMFOrder", placeMFOrder.spec, { form: formFields(params ?? {}) });
  }

  /**
   * Asks for a fund order to be cancelled.
   * @deprecated Use `kite.mf.cancelMFOrder(order_id)`.
   */
  cancelMFOrder(order_id: string): Promise<{ order_id: string }> {
    return this.call("cancelMFOrder", cancelMFOrder.spec, { slots: { order_id }, query: { order_id } });
  }

  /**
   * Lists the SIPs, or gives one.
   * @deprecated Use `kite.mf.getMFSIPs(), or kite.mf.getMFSIP(sip_id)`.
   */
  getMFSIPS(sip_id?: string): Promise<MFSIP | MFSIP[]> {
    const read = (rows: unknown) => datedRows(rows, this.clock);
    if (!sip_id) return this.call("getMFSIPS", getMFSIPs.spec, {}, read);
    return this.call("getMFSIPS", getMFSIP.spec, { slots: { sip_id }, query: { sip_id } }, read);
  }

  /**
   * Asks for a SIP. The id is a text, whatever the type says.
   * @deprecated Use `kite.mf.placeMFSIP(params)`.
   */
  placeMFSIP(params: PlaceMFSIPParams): Promise<{ sip_id: number }> {
    return this.call("placeMFSIP", placeMFSIP.spec, { form: formFields(params ?? {}) });
  }

  /**
   * Changes a SIP; `params` stays as it was. The id is a text, whatever the type says.
   * @deprecated Use `kite.mf.modifyMFSIP({ sip_id, ...changes })`.
   */
  modifyMFSIP(sip_id: string, params: ModifyMFSIPParams): Promise<{ sip_id: number }> {
    const form = formFields({ ...requireParams("modifyMFSIP", params), sip_id });
    return this.call("modifyMFSIP", modifyMFSIP.spec, { slots: { sip_id }, form });
  }

  /**
   * Asks for a SIP to be ended.
   * @deprecated Use `kite.mf.cancelMFSIP(sip_id)`.
   */
  cancelMFSIP(sip_id: string): Promise<{ sip_id: string }> {
    return this.call("cancelMFSIP", cancelMFSIP.spec, { slots: { sip_id }, query: { sip_id } });
  }

  /**
   * Lists the funds that are held.
   * @deprecated Use `kite.mf.getMFHoldings()`.
   */
  getMFHoldings(): Promise<MFHolding[]> {
    return this.call("getMFHoldings", getMFHoldings.spec);
  }

  /**
   * Downloads the list of all funds.
   * @deprecated Use `kite.mf.getMFInstruments()`.
   */
  getMFInstruments(): Promise<MFInstrument[]> {
    return this.call("getMFInstruments", getMFInstruments.spec, {}, (csv) => mfInstrumentRows(String(csv)));
  }
}
