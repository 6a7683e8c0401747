export { type AttachedStream, attachStream } from "./node/attach-stream.ts";
export { type NodeListener, toNodeListener } from "./node/to-node-listener.ts";
