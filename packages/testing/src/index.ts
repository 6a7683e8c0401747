export { type Answer, type AnsweringServer, answering, type ReceivedRequest } from "./answering.ts";
