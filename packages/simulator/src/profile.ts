import type { SimulatorUser } from "./users.ts";

const CONTRACTS = ["NFO", "BFO", "CDS", "BCD", "MCX"];

/** What `GET /user/profile` and the session answer say about a user. */
export function profile(user: SimulatorUser): Record<string, unknown> {
  const trades = user.portfolio !== "empty";
  return {
    user_id: user.user_id,
    user_type: "individual",
    email: user.email ?? `${user.user_id.toLowerCase()}@example.com`,
    user_name: user.user_name,
    user_shortname: user.user_shortname ?? user.user_name.split(" ")[0],
    broker: "ZERODHA",
    exchanges: ["NSE", "BSE", ...(trades ? CONTRACTS : []), "MF"],
    products: ["CNC", "NRML", "MIS", "MTF", "BO", "CO"],
    order_types: ["MARKET", "LIMIT", "SL", "SL-M"],
    avatar_url: null,
    meta: { demat_consent: trades ? "consent" : "" },
  };
}

/** What `GET /user/profile/full` says. Numbers are masked, and times are placeholders, as on the real route. */
export function fullProfile(user: SimulatorUser): Record<string, unknown> {
  return {
    ...profile(user),
    twofa_type: "totp",
    phone: "*9999",
    pan: "*999Z",
    bank_accounts: [{ name: "SIMULATED BANK", branch: "", account: "*9999" }],
    dp_ids: [`00000000${user.user_id}`],
    tags: [],
    password_timestamp: "1970-01-01 00:00:00",
    twofa_timestamp: "1970-01-01 00:00:00",
    meta: { poa: "", silo: "", account_blocks: [] },
  };
}
