import { type View, type ViewName, views } from "../shell/views.ts";

/** What people call the parts of the page besides their titles. */
const otherNames: Readonly<Record<ViewName, readonly string[]>> = {
  portfolio: ["holdings", "positions"],
  orders: ["trades", "order book"],
  market: ["chart", "quote", "watchlist", "option chain"],
  gtt: ["triggers"],
  alerts: [],
  mf: ["mf", "sip", "funds"],
  funds: ["funds", "balance"],
  account: ["profile"],
};

/** Finds the views whose title, or a word of it, begins with what is typed, capitals or not; all of them for nothing. */
export function foundViews(typed: string): readonly View[] {
  const text = typed.trim().toLowerCase();
  return views.filter(({ name, title }) =>
    [title.toLowerCase(), ...otherNames[name]].some((each) => begins(each, text)),
  );
}

const begins = (name: string, text: string): boolean =>
  name.startsWith(text) || name.split(" ").some((word) => word.startsWith(text));
