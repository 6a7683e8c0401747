export { fileTokenStore } from "./store/file-token-store.ts";
