export { type Answer, type AnsweringServer, answering, type ReceivedRequest } from "./answering.ts";
export { unreachable } from "./unreachable.ts";
