import type { OpenSocket, SocketEvents } from "../socket/socket.ts";

/** A socket that a test plays the network for. */
export interface ScriptedSocket extends SocketEvents {
  readonly address: string;
  readonly sent: string[];
  isDropped: boolean;
}

/** Opens sockets that do what a test tells them to, and keeps all of them. */
export function scriptedSockets(): { readonly sockets: ScriptedSocket[]; readonly openSocket: OpenSocket } {
  const sockets: ScriptedSocket[] = [];
  const openSocket: OpenSocket = (address, events) => {
    const socket: ScriptedSocket = { ...events, address, sent: [], isDropped: false };
    sockets.push(socket);
    return {
      send: (message) => void socket.sent.push(message),
      drop: () => {
        socket.isDropped = true;
      },
    };
  };
  return { sockets, openSocket };
}
