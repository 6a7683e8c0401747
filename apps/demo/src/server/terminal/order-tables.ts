import type { MFHolding } from "@kite/mf";
import type { InstrumentPnl, Order } from "@kite/orders";
import { amountCell, changeCell, quantityCell, textCell } from "./figures.ts";
import type { Paint } from "./paint.ts";
import { layOut } from "./table.ts";

/** Orders, as the exchange lists them. */
export function ordersTable(orders: readonly Order[], { faint }: Paint): string[] {
  return layOut(
    [
      { title: "Order" },
      { title: "Instrument" },
      { title: "Side" },
      { title: "Filled", align: "right" },
      { title: "Average", align: "right" },
      { title: "Status" },
    ],
    orders.map((order) => [
      textCell(order.order_id),
      textCell(`${order.exchange}:${order.tradingsymbol}`),
      textCell(order.transaction_type),
      textCell(`${order.filled_quantity}/${order.quantity}`),
      amountCell(order.average_price),
      textCell(order.status),
    ]),
    undefined,
    faint,
  );
}

/** Traded instruments with their gains. */
export function tradesTable(rows: readonly InstrumentPnl[], paint: Paint): string[] {
  return layOut(
    [
      { title: "Traded" },
      { title: "Product" },
      { title: "Bought", align: "right" },
      { title: "at", align: "right" },
      { title: "Open", align: "right" },
      { title: "Realised", align: "right" },
    ],
    rows.map(({ exchange, tradingsymbol, product, buy_quantity, buy_price, open_quantity, realised }) => [
      textCell(`${exchange}:${tradingsymbol}`),
      textCell(product),
      quantityCell(buy_quantity),
      amountCell(buy_price),
      quantityCell(open_quantity),
      changeCell(realised.fifo, paint),
    ]),
    undefined,
    paint.faint,
  );
}

/** Units of mutual funds. The gain is computed: the exchange sends 0. */
export function fundsTable(holdings: readonly MFHolding[], paint: Paint): string[] {
  if (holdings.length === 0) return [paint.faint("No funds.")];
  return layOut(
    [
      { title: "Fund" },
      { title: "Units", align: "right" },
      { title: "NAV", align: "right" },
      { title: "P&L", align: "right" },
    ],
    holdings.map(({ fund, quantity, last_price, average_price }) => [
      textCell(fund.slice(0, 36)),
      quantityCell(quantity),
      amountCell(last_price),
      changeCell((last_price - average_price) * quantity, paint),
    ]),
    undefined,
    paint.faint,
  );
}
