export { deleteGTT } from "./delete-gtt.ts";
export { getGTT } from "./get-gtt.ts";
export { getGTTs } from "./get-gtts.ts";
export { type ModifyGTTParams, modifyGTT } from "./modify-gtt.ts";
export { placeGTT } from "./place-gtt.ts";
