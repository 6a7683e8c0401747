/**
 * Where the fields of a packet begin, in bytes from its start. Numbers are big-endian and have 4 bytes unless said otherwise; prices
 * are signed, everything else is unsigned.
 *
 * @see https://kite.trade/docs/connect/v3/websocket/#binary-market-data
 */

/** The length of a packet tells what it is. */
export const LTP_LENGTH = 8;
export const INDEX_QUOTE_LENGTH = 28;
export const INDEX_FULL_LENGTH = 32;
export const QUOTE_LENGTH = 44;
export const FULL_LENGTH = 184;

/** In every packet. */
export const TOKEN = 0;
export const LAST_PRICE = 4;

/** In both packets of an index. The price change at 24 is left alone: its scale is not documented, and it can be computed. */
export const INDEX_HIGH = 8;
export const INDEX_LOW = 12;
export const INDEX_OPEN = 16;
export const INDEX_CLOSE = 20;
/** In the full packet of an index. */
export const INDEX_TIMESTAMP = 28;

/** In a quote packet and a full packet. */
export const LAST_QUANTITY = 8;
export const AVERAGE_PRICE = 12;
export const VOLUME = 16;
export const BUY_QUANTITY = 20;
export const SELL_QUANTITY = 24;
export const OPEN = 28;
export const HIGH = 32;
export const LOW = 36;
export const CLOSE = 40;

/** In a full packet. */
export const TRADE_TIME = 44;
export const OI = 48;
export const OI_HIGH = 52;
export const OI_LOW = 56;
export const TIMESTAMP = 60;
/** Five rows of bids, then five of offers. */
export const BIDS = 64;
export const OFFERS = 124;
/** Of a side. */
export const ROWS = 5;

/** In a row of the book, whose last two bytes are padding. */
export const ROW_LENGTH = 12;
export const ROW_QUANTITY = 0;
export const ROW_PRICE = 4;
/** Two bytes. */
export const ROW_ORDERS = 8;
