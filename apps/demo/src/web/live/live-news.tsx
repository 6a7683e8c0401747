import type { ReactNode } from "react";
import { useOrderNews } from "./use-order-news.ts";

/** Nothing to see: while it is on the page, news about orders are told, and the end of a session is noticed. */
export default function LiveNews(): ReactNode {
  useOrderNews();
  return null;
}
