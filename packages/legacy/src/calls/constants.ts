/** The forty names that a client carries for the values of the API. */
export class Constants {
  readonly PRODUCT_MIS = "MIS";
  readonly PRODUCT_CNC = "CNC";
  readonly PRODUCT_NRML = "NRML";

  readonly ORDER_TYPE_MARKET = "MARKET";
  readonly ORDER_TYPE_LIMIT = "LIMIT";
  readonly ORDER_TYPE_SLM = "SL-M";
  readonly ORDER_TYPE_SL = "SL";

  readonly VARIETY_REGULAR = "regular";
  readonly VARIETY_CO = "co";
  readonly VARIETY_AMO = "amo";
  readonly VARIETY_ICEBERG = "iceberg";
  readonly VARIETY_AUCTION = "auction";

  readonly TRANSACTION_TYPE_BUY = "BUY";
  readonly TRANSACTION_TYPE_SELL = "SELL";

  readonly VALIDITY_DAY = "DAY";
  readonly VALIDITY_IOC = "IOC";
  readonly VALIDITY_TTL = "TTL";

  readonly EXCHANGE_NSE = "NSE";
  readonly EXCHANGE_BSE = "BSE";
  readonly EXCHANGE_NFO = "NFO";
  readonly EXCHANGE_CDS = "CDS";
  readonly EXCHANGE_BCD = "BCD";
  readonly EXCHANGE_BFO = "BFO";
  readonly EXCHANGE_MCX = "MCX";

  readonly MARGIN_EQUITY = "equity";
  readonly MARGIN_COMMODITY = "commodity";

  readonly STATUS_CANCELLED = "CANCELLED";
  readonly STATUS_REJECTED = "REJECTED";
  readonly STATUS_COMPLETE = "COMPLETE";

  readonly GTT_TYPE_OCO = "two-leg";
  readonly GTT_TYPE_SINGLE = "single";
  readonly GTT_STATUS_ACTIVE = "active";
  readonly GTT_STATUS_TRIGGERED = "triggered";
  readonly GTT_STATUS_DISABLED = "disabled";
  readonly GTT_STATUS_EXPIRED = "expired";
  readonly GTT_STATUS_CANCELLED = "cancelled";
  readonly GTT_STATUS_REJECTED = "rejected";
  readonly GTT_STATUS_DELETED = "deleted";

  readonly POSITION_TYPE_DAY = "day";
  readonly POSITION_TYPE_OVERNIGHT = "overnight";
}
