import { Refusal } from "../refusal.ts";

/** What a browser is told when Kite has ended its session. */
export const sessionOver = (path: string): Refusal =>
  new Refusal(403, "TokenException", `Kite has ended this session; send the browser to ${path}/login`);
