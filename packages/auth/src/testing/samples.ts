import type { FullProfileWire, ProfileWire, SegmentMarginWire, SessionWire, UserMarginsWire } from "@kite/models";

export const profileWire: ProfileWire = {
  user_id: "AB1234",
  user_type: "individual",
  email: "asha@example.com",
  user_name: "Asha Menon",
  user_shortname: "Asha",
  broker: "ZERODHA",
  exchanges: ["NSE", "BSE", "NFO", "MF"],
  products: ["CNC", "NRML", "MIS", "BO", "CO"],
  order_types: ["MARKET", "LIMIT", "SL", "SL-M"],
  avatar_url: null,
  meta: { demat_consent: "physical" },
};

/** The tokens in it are told apart by their names, so that a test sees which one has leaked. */
export const sessionWire: SessionWire & { readonly enctoken: string; readonly silo: string } = {
  ...profileWire,
  api_key: "testkey",
  access_token: "access-of-tomorrow",
  public_token: "public-of-tomorrow",
  refresh_token: "",
  enctoken: "enctoken-of-tomorrow",
  silo: "",
  login_time: "2026-03-03 16:15:14",
};

export const fullProfileWire: FullProfileWire = {
  ...profileWire,
  twofa_type: "totp",
  phone: "*9999",
  pan: "*234F",
  bank_accounts: [{ name: "HDFC BANK", branch: "", account: "*4321" }],
  dp_ids: ["1208160000000001"],
  tags: ["taxpayer"],
  password_timestamp: "1970-01-01 00:00:00",
  twofa_timestamp: "2025-11-02 10:20:30",
  meta: { poa: "physical", silo: "", account_blocks: [] },
};

export const segmentWire: SegmentMarginWire = {
  enabled: true,
  net: 99725.05000000002,
  available: {
    adhoc_margin: 0,
    cash: 245431.6,
    opening_balance: 245431.6,
    live_balance: 99725.05000000002,
    collateral: 0,
    intraday_payin: 0,
  },
  utilised: {
    debits: 145706.55,
    exposure: 38981.25,
    m2m_realised: 761.7,
    m2m_unrealised: 0,
    option_premium: 0,
    payout: 0,
    span: 101989,
    holding_sales: 0,
    turnover: 0,
    liquid_collateral: 0,
    stock_collateral: 0,
    delivery: 0,
  },
};

export const marginsWire: UserMarginsWire = { equity: segmentWire, commodity: { ...segmentWire, net: 100661.7 } };
