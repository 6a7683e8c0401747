import type { KiteConnect } from "../kite-connect.ts";

/** What a `KiteConnect` can do: the old name of its type. */
export type Connect = Pick<KiteConnect, keyof KiteConnect>;
