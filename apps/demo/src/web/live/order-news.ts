import type { QueryClient } from "@tanstack/react-query";
import { figuresKey, refreshFigures, refreshSession } from "../api/queries.ts";
import { announce } from "../states/announcer.tsx";
import { feed } from "./feed.ts";
import { gently } from "./gently.ts";
import { lightWords } from "./light-words.ts";
import { orderWords } from "./order-words.ts";
import { isSessionOver } from "./session-over.ts";

/** Figures that an order changes, by the first word of their key. */
const touched: readonly string[] = ["orders", "trades", "portfolio", "account", "funds", "gtt"];

/** Milliseconds for which news are gathered, as an order that fills at once brings several, and between two refreshes. */
const pace = { gather: 200, apart: 1_000 };

/** Milliseconds after which the stream begins anew where the session has ended, and somebody is logged in all the same. */
const AGAIN_MS = 2_000;

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
  let wasLive = isLive();
  let isOver = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const endStates = feed.onState(() => {
    // what happened before the stream was there is in the figures alone
    if (isLive() && !wasLive) void refreshFigures(client);
    wasLive = isLive();
    const wasOver = isOver;
    isOver = isSessionOver(feed.state.own);
    if (!isOver || wasOver) return;
    // a page where nobody is logged in any more ends with this, and all that looks at prices with it
    void refreshSession(client);
    timer = setTimeout(() => feed.start(), AGAIN_MS);
  });
  return () => {
    news.cancel();
    clearTimeout(timer);
    endOrders();
    endStates();
  };
}

const isLive = (): boolean => lightWords(feed.state).status === "live";
