import { getContractNote } from "@kite/orders";
import { convertPosition, getAuctions, getHoldings, getPositions } from "@kite/portfolio";
import type {
  BasketMargins,
  Margin,
  MarginOrder,
  VirtualContractParam,
  VirtualContractResponse,
} from "../types/margin.ts";
import type { ConvertPositionParams } from "../types/order-params.ts";
import type { AuctionInstrument, PortfolioHolding, Position } from "../types/portfolio.ts";
import { computing } from "../wire/facts.ts";
import { formFields, queryFields } from "../wire/form-fields.ts";
import { OrderCalls } from "./order-calls.ts";

/** Margins and charges of orders; holdings and positions. */
export abstract class PortfolioCalls extends OrderCalls {
  /**
   * Computes the margin that each order needs by itself, rupees.
   * @deprecated Use `kite.orders.getOrderMargins({ orders, mode })`.
   */
  orderMargins(orders: MarginOrder[], mode = "compact"): Promise<Margin[]> {
    return this.call("orderMargins", computing("getOrderMargins", "/margins/orders"), {
      json: orders ?? {},
      query: queryFields({ mode }),
    });
  }

  /**
   * Computes the margin that orders need together, rupees.
   * @deprecated Use `kite.orders.getBasketMargins({ orders, consider_positions, mode })`.
   */
  orderBasketMargins(orders: MarginOrder[], consider_positions = true, mode = "compact"): Promise<BasketMargins> {
    const query = queryFields({ consider_positions, mode });
    return this.call("orderBasketMargins", computing("getBasketMargins", "/margins/basket"), {
      json: orders ?? {},
      query,
    });
  }

  /**
   * Computes brokerage, taxes and fees of executed orders, rupees.
   * @deprecated Use `kite.orders.getContractNote(orders)`.
   */
  getvirtualContractNote(orders: VirtualContractParam[]): Promise<VirtualContractResponse[]> {
    return this.call("getvirtualContractNote", getContractNote.spec, { json: orders ?? {} });
  }

  /**
   * Lists the holdings in the demat account.
   * @deprecated Use `kite.portfolio.getHoldings()`.
   */
  getHoldings(): Promise<PortfolioHolding[]> {
    return this.call("getHoldings", getHoldings.spec);
  }

  /**
   * Lists the holdings that can be sold in an auction now.
   * @deprecated Use `kite.portfolio.getAuctions()`.
   */
  getAuctionInstruments(): Promise<AuctionInstrument[]> {
    return this.call("getAuctionInstruments", getAuctions.spec);
  }

  /**
   * Gives the positions: `net` is what is open, `day` today's trading.
   * @deprecated Use `kite.portfolio.getPositions()`.
   */
  getPositions(): Promise<{ net: Position[]; day: Position[] }> {
    return this.call("getPositions", getPositions.spec);
  }

  /**
   * Moves a position to another product.
   * @deprecated Use `kite.portfolio.convertPosition(params)`.
   */
  convertPosition(params: ConvertPositionParams): Promise<boolean> {
    return this.call("convertPosition", convertPosition.spec, { form: formFields(params ?? {}) });
  }
}
