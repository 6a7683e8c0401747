export { getLoginURL } from "./get-login-url.ts";
export { keepSession } from "./keep-session.ts";
export { refreshSession } from "./refresh-session.ts";
export { validateSession } from "./validate-session.ts";
