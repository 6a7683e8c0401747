import { defineEndpoint, type Endpoint } from "@kite/core";
import { type ContractNote, ContractNoteSchema, type ContractNoteWire } from "@kite/models";
import { array } from "valibot";
import { contractNoteBody } from "../params/calculation-body.ts";
import type { ContractNoteOrder } from "../params/margin-order.ts";

/**
 * Computes brokerage, taxes and fees of executed orders, real or imagined, in rupees. The rows stand in the order of the request; the
 * order id does not come back. Nothing is placed.
 *
 * @see https://kite.trade/docs/connect/v3/margins/#virtual-contract-note
 * @function
 */
export const getContractNote: Endpoint<readonly ContractNoteOrder[], ContractNote[], ContractNoteWire[]> =
  defineEndpoint({
    id: "getContractNote",
    method: "POST",
    path: "/charges/orders",
    // Pure computation: asked twice, the server answers twice, and no order, charge or count has changed.
    idempotent: true,
    stales: [],
    response: array(ContractNoteSchema),
    encode: (orders) => ({ json: contractNoteBody(orders) }),
  });
