export { cancelMFOrder } from "./cancel-mf-order.ts";
export { cancelMFSIP } from "./cancel-mf-sip.ts";
export { getMFAllotments } from "./get-mf-allotments.ts";
export { getMFHolding } from "./get-mf-holding.ts";
export { getMFHoldings } from "./get-mf-holdings.ts";
export { getMFInstruments } from "./get-mf-instruments.ts";
export { getMFOrder } from "./get-mf-order.ts";
export { type GetMFOrdersParams, getMFOrders } from "./get-mf-orders.ts";
export { getMFSIP } from "./get-mf-sip.ts";
export { getMFSIPs } from "./get-mf-sips.ts";
export { type ModifyMFSIPParams, modifyMFSIP } from "./modify-mf-sip.ts";
export {
  type MFPurchaseParams,
  type MFRedemptionParams,
  type PlaceMFOrderParams,
  placeMFOrder,
} from "./place-mf-order.ts";
export { type PlaceMFSIPParams, placeMFSIP } from "./place-mf-sip.ts";
