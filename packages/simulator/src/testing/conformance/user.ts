import {
  array,
  boolean,
  type GenericSchema,
  literal,
  nullable,
  optional,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  unknown,
} from "valibot";
import { num, orderType, product, str, text, timestamp } from "./formats.ts";

const person = {
  user_id: text,
  user_name: text,
  user_shortname: text,
  email: text,
  user_type: literal("individual"),
  broker: literal("ZERODHA"),
  exchanges: array(picklist(["NSE", "BSE", "NFO", "BFO", "CDS", "BCD", "MCX", "MF"])),
  products: array(product),
  order_types: array(orderType),
  avatar_url: nullable(str),
};
const consent = strictObject({ demat_consent: picklist(["", "consent", "physical"]) });
const secret = pipe(string(), regex(/^\w{32,}$/));

/** 2.2; `enctoken` and `silo` are undocumented, and may be missing. */
export const session: GenericSchema = strictObject({
  ...person,
  api_key: text,
  access_token: secret,
  public_token: secret,
  refresh_token: str,
  enctoken: optional(str),
  silo: optional(str),
  login_time: timestamp,
  meta: consent,
});

/** 2.3. */
export const renewal: GenericSchema = strictObject({ user_id: text, access_token: secret, refresh_token: secret });

/** 2.5. */
export const profile: GenericSchema = strictObject({ ...person, meta: consent });

/** 2.6. */
export const fullProfile: GenericSchema = strictObject({
  ...person,
  twofa_type: literal("totp"),
  phone: pipe(string(), regex(/^\*/)),
  pan: pipe(string(), regex(/^\*/)),
  bank_accounts: array(strictObject({ name: text, branch: str, account: pipe(string(), regex(/^\*/)) })),
  dp_ids: array(str),
  tags: array(str),
  password_timestamp: timestamp,
  twofa_timestamp: timestamp,
  meta: strictObject({ poa: str, silo: str, account_blocks: array(unknown()) }),
});

/** 2.7; the optional keys are missing in older answers. */
export const marginSegment: GenericSchema = strictObject({
  enabled: boolean(),
  net: num,
  available: strictObject({
    cash: num,
    opening_balance: optional(num),
    live_balance: optional(num),
    intraday_payin: num,
    adhoc_margin: num,
    collateral: num,
  }),
  utilised: strictObject({
    debits: num,
    exposure: num,
    span: num,
    option_premium: num,
    holding_sales: num,
    m2m_realised: num,
    m2m_unrealised: num,
    payout: num,
    turnover: optional(num),
    liquid_collateral: optional(num),
    stock_collateral: optional(num),
    delivery: optional(num),
  }),
});
export const margins: GenericSchema = strictObject({ equity: marginSegment, commodity: marginSegment });
