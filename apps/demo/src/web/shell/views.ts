import { type ComponentType, type LazyExoticComponent, lazy } from "react";

export type ViewName = "portfolio" | "orders" | "market" | "gtt" | "alerts" | "mf" | "funds" | "account";

export interface View {
  readonly name: ViewName;
  readonly title: string;
  readonly Content: LazyExoticComponent<ComponentType>;
}

/** The parts of the demo, in the order they are listed. Each comes in a file of its own, asked for when it is opened first. */
export const views: readonly [View, ...View[]] = [
  {
    name: "portfolio",
    title: "Portfolio",
    Content: lazy(async () => ({ default: (await import("../portfolio/portfolio-view.tsx")).PortfolioView })),
  },
  {
    name: "orders",
    title: "Orders",
    Content: lazy(async () => ({ default: (await import("../orders/orders-view.tsx")).OrdersView })),
  },
  {
    name: "market",
    title: "Market",
    Content: lazy(async () => ({ default: (await import("../market/market-view.tsx")).MarketView })),
  },
  {
    name: "gtt",
    title: "GTT",
    Content: lazy(async () => ({ default: (await import("../gtt/gtt-view.tsx")).GttView })),
  },
  {
    name: "alerts",
    title: "Alerts",
    Content: lazy(async () => ({ default: (await import("../alerts/alerts-view.tsx")).AlertsView })),
  },
  {
    name: "mf",
    title: "Mutual funds",
    Content: lazy(async () => ({ default: (await import("../mf/mf-view.tsx")).MFView })),
  },
  {
    name: "funds",
    title: "Margins",
    Content: lazy(async () => ({ default: (await import("../funds/funds-view.tsx")).FundsView })),
  },
  {
    name: "account",
    title: "Account",
    Content: lazy(async () => ({ default: (await import("../account/account-view.tsx")).AccountView })),
  },
];

/**
 * Finds the view that an address names: `#/orders`, also with something after it, `#/market/NSE:INFY` or `#/orders?side=BUY`.
 * The first view for everything else.
 */
export function viewAt(hash: string): View {
  const name = /^#\/([a-z]+)/.exec(hash)?.[1];
  return views.find((view) => view.name === name) ?? views[0];
}

/** Address of a view on the page. */
export const addressOf = (name: ViewName): string => `#/${name}`;
