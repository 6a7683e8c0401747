/** Who is logged in, and what the account may use. */
export type ProfileData = {
  user_id: string;
  user_name: string;
  user_shortname: string;
  email: string;
  user_type: string;
  broker: string;
  exchanges: string[];
  products: string[];
  order_types: string[];
  meta: {
    /** `consent`, `physical` or empty. */
    demat_consent: string;
  };
  avatar_url: null | string;
};

/** A login. */
export type SessionData = Omit<ProfileData, "avatar_url"> & {
  api_key: string;
  /** Dies at 06:00 IST, or with a logout. */
  access_token: string;
  public_token: string;
  /** Empty unless Kite has approved the app for renewals. */
  refresh_token: string;
  /** A `Date`, whatever the type says. */
  login_time: string;
  avatar_url: string;
};

/** Funds of one segment, rupees. */
export type UserMargin = {
  enabled: boolean;
  net: number;
  available: {
    adhoc_margin: number;
    cash: number;
    opening_balance: number;
    live_balance: number;
    collateral: number;
    intraday_payin: number;
  };
  utilised: {
    debits: number;
    exposure: number;
    m2m_realised: number;
    m2m_unrealised: number;
    option_premium: number;
    payout: number;
    span: number;
    holding_sales: number;
    turnover: number;
    liquid_collateral: number;
    stock_collateral: number;
    delivery: number;
  };
};

/** Funds of both segments. */
export type UserMargins = {
  equity?: UserMargin;
  commodity?: UserMargin;
};

/** Fields of a postback that its checksum covers, and the checksum. */
export type PostbackData = {
  order_id: string;
  checksum: string;
  /** As in the payload. */
  order_timestamp: string;
};
