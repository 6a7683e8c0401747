export { type GatewayFetchOptions, gatewayFetch } from "./browser/gateway-fetch.ts";
