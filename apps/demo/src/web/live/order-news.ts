import type { QueryClient } from "@tanstack/react-query";
import { figuresKey, refreshFigures } from "../api/queries.ts";
import { announce } from "../states/announcer.tsx";
import { feed } from "./feed.ts";
import { gently } from "./gently.ts";
import { lightWords } from "./light-words.ts";
import { orderWords } from "./order-words.ts";

/** Figures that an order changes, by the first word of their key. */
const touched: readonly string[] = ["orders", "trades", "portfolio", "account", "funds", "gtt"];

/** Milliseconds for which news are gathered, as an order that fills at once brings several, and between two refreshes. */
const pace = { gather: 200, apart: 1_000 };

let followers = 0;
let end = () => {};

/** Refreshes the figures when something happens to an order and says what, once however many parts of the page ask for it. */
export function followOrders(client: QueryClient): () => void {
  followers += 1;
  if (followers === 1) end = follow(client);
  return () => {
    followers -= 1;
    if (followers === 0) end();
  };
}

function follow(client: QueryClient): () => void {
  let latest = "";
  const news = gently(() => {
    announce(latest);
    for (const name of touched) void client.invalidateQueries({ queryKey: [...figuresKey, name] });
  }, pace);
  const endOrders = feed.onOrder(({ order }) => {
    latest = orderWords(order);
    news.call();
  });
  let wasLost = false;
  const endStates = feed.onState(() => {
    const { status } = lightWords(feed.state);
    if (status === "reconnecting") wasLost = true;
    if (status !== "live" || !wasLost) return;
    wasLost = false;
    // what happened while the stream was away is in the figures alone
    void refreshFigures(client);
  });
  return () => {
    news.cancel();
    endOrders();
    endStates();
  };
}
