export { DEFAULTS } from "./defaults.ts";
export { ROUTES } from "./routes.ts";
