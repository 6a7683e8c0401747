import { KiteConnect } from "./kite-connect.ts";
import { KiteTicker } from "./ticker/kite-ticker.ts";

/** The namespace that `import kiteconnect from "kiteconnect"` gives. */
const kiteconnect: { readonly KiteConnect: typeof KiteConnect; readonly KiteTicker: typeof KiteTicker } = {
  KiteConnect,
  KiteTicker,
};
export default kiteconnect;
