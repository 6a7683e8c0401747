import { addressOf, type ViewName } from "../shell/views.ts";

/** What a key does. */
export type Wish =
  | { readonly do: "open"; readonly address: string }
  | { readonly do: "trade"; readonly side: "BUY" | "SELL" }
  | { readonly do: "search" | "list" | "refresh" };

interface Shortcut {
  /** Pressed one after the other. */
  readonly keys: readonly string[];
  readonly title: string;
  readonly wish: Wish;
}

interface ShortcutGroup {
  readonly title: string;
  readonly shortcuts: readonly Shortcut[];
}

const to = (key: string, name: ViewName, title: string): Shortcut => ({
  ...{ keys: ["g", key], title },
  wish: { do: "open", address: addressOf(name) },
});

/** All that the keyboard does anywhere on the page; as they are listed. */
export const shortcutGroups: readonly ShortcutGroup[] = [
  {
    title: "Go to",
    shortcuts: [
      to("p", "portfolio", "Portfolio"),
      to("o", "orders", "Orders"),
      to("m", "market", "Market"),
      to("g", "gtt", "GTT"),
      to("a", "alerts", "Alerts"),
      to("f", "mf", "Mutual funds"),
      to("r", "funds", "Margins"),
      to("u", "account", "Account"),
    ],
  },
  {
    title: "Trade the instrument in sight",
    shortcuts: [
      { keys: ["b"], title: "Buy it", wish: { do: "trade", side: "BUY" } },
      { keys: ["s"], title: "Sell it", wish: { do: "trade", side: "SELL" } },
    ],
  },
  {
    title: "Anywhere",
    shortcuts: [
      { keys: ["/"], title: "Search for an instrument", wish: { do: "search" } },
      { keys: ["."], title: "Refresh the figures", wish: { do: "refresh" } },
      { keys: ["?"], title: "Show these shortcuts", wish: { do: "list" } },
    ],
  },
];

/** What was pressed so far of a shortcut with two keys, and what is to be done now. */
interface Pressed {
  readonly before: string | undefined;
  readonly wish: Wish | undefined;
}

const all = shortcutGroups.flatMap(({ shortcuts }) => shortcuts);

/** Follows one key after the other. A first key of two that leads nowhere with the second is forgotten, and the second counts anew. */
export function pressed(before: string | undefined, key: string): Pressed {
  const keys = before === undefined ? [key] : [before, key];
  const wish = all.find((shortcut) => shortcut.keys.join() === keys.join())?.wish;
  if (wish) return { before: undefined, wish };
  if (before !== undefined) return pressed(undefined, key);
  return {
    before: all.some((shortcut) => shortcut.keys.length > 1 && shortcut.keys[0] === key) ? key : undefined,
    wish,
  };
}
