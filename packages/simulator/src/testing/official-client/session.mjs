/*
 * A day with the official client, unchanged, in a process of its own: its ticker keeps one socket for the whole process,
 * and may end it. Prints what every call gave, as JSON. Address and secret come in the environment.
 */
import process from "node:process";
import kiteconnect from "kiteconnect";

const { KiteConnect, KiteTicker } = kiteconnect;
const { ROOT = "", LOGIN = "", STREAM = "", API_KEY = "", API_SECRET = "" } = process.env;

const kc = new KiteConnect({ api_key: API_KEY, root: ROOT });
// the one thing the constructor does not take
kc.default_login_uri = LOGIN;
const told = { expired: 0 };
kc.setSessionExpiryHook(() => {
  told.expired += 1;
});
const refused = (call) =>
  call.then(
    () => "taken",
    ({ error_type, message }) => ({ error_type, message }),
  );

told.strange = await refused(kc.getProfile());
told.badToken = await refused(kc.generateSession("no-such-token", API_SECRET));

const page = await fetch(kc.getLoginURL());
const body = new URLSearchParams({ api_key: API_KEY, user_id: "SIM001" });
const login = await fetch(LOGIN, { method: "POST", body, redirect: "manual" });
const back = new URL(login.headers.get("location") ?? "", ROOT);
told.login = [page.status, login.status, back.searchParams.get("status")];
told.session = await kc.generateSession(back.searchParams.get("request_token") ?? "", API_SECRET);
told.profile = await kc.getProfile();
told.margins = await kc.getMargins();
told.equity = await kc.getMargins("equity");

const infy = { exchange: "NSE", tradingsymbol: "INFY", transaction_type: "BUY", product: "MIS" };
const limit = { ...infy, order_type: "LIMIT", quantity: 10, price: 1490, tag: "official" };
const { order_id } = await kc.placeOrder("regular", { ...limit });
told.placed = order_id;
told.modified = await kc.modifyOrder("regular", order_id, { price: 1491.5, quantity: 12 });
told.history = await kc.getOrderHistory(order_id);
told.cancelled = await kc.cancelOrder("regular", order_id);
const market = { ...infy, order_type: "MARKET", quantity: 5, market_protection: -1 };
told.bought = await kc.placeOrder("regular", { ...market });
told.boughtTrades = await kc.getOrderTrades(told.bought.order_id);
told.unprotected = await refused(kc.placeOrder("regular", { ...infy, order_type: "MARKET", quantity: 5 }));
told.iceberg = await kc.placeOrder("iceberg", { ...limit, iceberg_legs: 2, iceberg_quantity: 5 });
told.cover = await kc.placeOrder("co", { ...market, trigger_price: 1450 });
const [leg] = (await kc.getOrders()).filter((order) => order.parent_order_id === told.cover.order_id);
told.left = await kc.exitOrder("co", leg.order_id, { parent_order_id: told.cover.order_id });
told.trades = await kc.getTrades();

const trigger = {
  trigger_type: "single",
  ...infy,
  trigger_values: [1400],
  last_price: 1500,
  orders: [{ transaction_type: "BUY", order_type: "LIMIT", product: "CNC", quantity: 1, price: 1405 }],
};
told.gtt = await kc.placeGTT(trigger);
told.modifiedGtt = await kc.modifyGTT(told.gtt.trigger_id, { ...trigger, trigger_values: [1390] });
told.oneGtt = await kc.getGTT(told.gtt.trigger_id);
const sale = { ...trigger.orders[0], transaction_type: "SELL" };
told.bothGtt = await kc.placeGTT({
  ...trigger,
  trigger_type: "two-leg",
  trigger_values: [1400, 1600],
  orders: [sale, sale],
});
told.deletedGtt = await kc.deleteGTT(told.gtt.trigger_id);
told.gtts = await kc.getGTTs();

told.holdings = await kc.getHoldings();
told.auctions = await kc.getAuctionInstruments();
told.converted = await kc.convertPosition({
  ...infy,
  position_type: "day",
  quantity: 2,
  old_product: "MIS",
  new_product: "CNC",
});
told.positions = await kc.getPositions();

const keys = ["NSE:INFY", "NSE:NIFTY 50", "NSE:M&M"];
told.quote = await kc.getQuote(keys);
told.ohlc = await kc.getOHLC(keys);
told.ltp = await kc.getLTP(keys);
const instruments = await kc.getInstruments("NSE");
told.instrument = instruments.find(({ tradingsymbol }) => tradingsymbol === "INFY");
told.listed = [(await kc.getInstruments()).length, instruments.length];
const { instrument_token } = told.quote["NSE:INFY"];
told.candles = await kc.getHistoricalData(instrument_token, "5minute", "2026-02-27 09:15:00", "2026-02-27 10:00:00");
told.daily = await kc.getHistoricalData(
  instrument_token,
  "day",
  new Date("2026-02-20"),
  new Date("2026-02-27"),
  false,
  true,
);

told.funds = (await kc.getMFInstruments()).length;
told.fundHoldings = await kc.getMFHoldings();
told.fundOrders = await kc.getMFOrders();
told.fundOrder = await kc.getMFOrders(told.fundOrders[0].order_id);
told.sips = await kc.getMFSIPS();
told.sip = await kc.getMFSIPS(told.sips[0].sip_id);

const wanted = { ...limit, variety: "regular", trigger_price: 0 };
told.orderMargins = await kc.orderMargins([wanted], "full");
told.compactMargins = await kc.orderMargins([wanted]);
told.basketMargins = await kc.orderBasketMargins([wanted, { ...wanted, transaction_type: "SELL" }]);
told.contractNote = await kc.getvirtualContractNote([{ ...wanted, order_id: "1", average_price: 1490 }]);

told.stream = await listen([instrument_token, told.quote["NSE:NIFTY 50"].instrument_token]);
told.orders = await kc.getOrders();

told.closed = await kc.invalidateAccessToken();
told.after = await refused(kc.getProfile());
// the ticker's watchdog would keep the process for another ten seconds
process.stdout.write(JSON.stringify(told), () => process.exit());

/** Subscribes in every mode and buys something; gives the first ticks of each mode, and the order as it was told. */
async function listen(tokens) {
  const ticker = new KiteTicker({ api_key: API_KEY, access_token: kc.access_token, root: STREAM, reconnect: false });
  const ticks = {};
  const updates = [];
  await new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the stream is silent")), 10_000);
    const isDone = () => ["ltp", "quote", "full"].every((mode) => ticks[mode]?.length > 0) && updates.length > 0;
    ticker.on("error", reject);
    ticker.on("connect", () => ticker.subscribe(tokens));
    ticker.on("ticks", (some) => {
      const [{ mode }] = some;
      if (ticks[mode]) return;
      ticks[mode] = some;
      if (mode === "quote") ticker.setMode(ticker.modeFull, tokens);
      if (mode === "full") ticker.setMode(ticker.modeLTP, tokens);
      if (mode === "ltp") kc.placeOrder("regular", { ...market, quantity: 1 }).catch(reject);
    });
    ticker.on("order_update", (order) => updates.push(order));
    const look = setInterval(() => {
      if (!isDone()) return;
      clearInterval(look);
      clearTimeout(late);
      resolve(undefined);
    }, 10);
    ticker.connect();
  });
  ticker.disconnect();
  return { ticks, updates, valid: updates.map((order) => kc.validatePostback(order, API_SECRET)) };
}
