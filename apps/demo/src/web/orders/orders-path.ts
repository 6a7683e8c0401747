/** Address of the order book on the demo's server. */
export const ordersPath = "/api/orders";
