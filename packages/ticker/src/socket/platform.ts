import type { OpenSocket } from "./socket.ts";

/** Opens the platform's own `WebSocket`: browsers, workers, Bun, Deno. */
export const openSocket: OpenSocket = (address, events) => {
  const socket = new WebSocket(address);
  socket.binaryType = "arraybuffer";
  socket.onopen = () => events.opened();
  socket.onmessage = ({ data }: MessageEvent<string | ArrayBuffer>) => {
    if (typeof data === "string") events.text(data);
    else events.binary(new Uint8Array(data));
  };
  // What it says comes in the close as well; a `ws` in the place of the platform's would throw without a listener.
  socket.onerror = () => {};
  socket.onclose = ({ code }) => events.ended({ code });
  return {
    send(message) {
      if (socket.readyState === WebSocket.OPEN) socket.send(message);
    },
    drop() {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
};
