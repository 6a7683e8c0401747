import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { Call } from "../routes/signed-in.ts";

/** The way back to the caller, as far as a fault can damage it. Both give what the route has to return. */
export interface Line {
  /** Ends it before any answer. */
  reset(): Response;
  /** Sends the first half of an answer's body and ends it there. */
  cut(answer: Response): Promise<Response>;
}

/** What a request that is answered inside the process brings along. */
interface InProcessBindings {
  readonly line: Line;
}

export function lineOf({ env }: Call): Line {
  const { line, outgoing } = env as Partial<InProcessBindings & HttpBindings>;
  if (line) return line;
  if (!outgoing) throw new Error("a request came in on neither of the two ways");
  return new SocketLine(outgoing);
}

/** A connection to somewhere else. */
class SocketLine implements Line {
  readonly #outgoing: HttpBindings["outgoing"];

  constructor(outgoing: HttpBindings["outgoing"]) {
    this.#outgoing = outgoing;
  }

  reset(): Response {
    const { socket } = this.#outgoing;
    if (socket && "resetAndDestroy" in socket) socket.resetAndDestroy();
    return RESPONSE_ALREADY_SENT;
  }

  async cut(answer: Response): Promise<Response> {
    const body = Buffer.from(await answer.arrayBuffer());
    const headers = Object.fromEntries(answer.headers);
    this.#outgoing.writeHead(answer.status, { ...headers, "content-length": body.length });
    this.#outgoing.write(body.subarray(0, body.length / 2));
    // an orderly end, because a reset could overtake the half that is on its way
    this.#outgoing.socket?.destroySoon();
    return RESPONSE_ALREADY_SENT;
  }
}

/** The same for `simulator.fetch`: fails as the platform's `fetch` does. */
export class InProcessLine implements Line {
  readonly #broken: (error: TypeError) => void;
  /** Rejects when the line is reset. */
  readonly broken: Promise<never>;

  constructor() {
    let reject: (error: TypeError) => void = () => {};
    this.broken = new Promise((_, rejectPromise) => {
      reject = rejectPromise;
    });
    this.#broken = reject;
  }

  reset(): Response {
    const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
    this.#broken(new TypeError("fetch failed", { cause }));
    return RESPONSE_ALREADY_SENT;
  }

  async cut(answer: Response): Promise<Response> {
    const bytes = new Uint8Array(await answer.arrayBuffer());
    const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(bytes.subarray(0, bytes.length / 2)),
      pull: (controller) => controller.error(new TypeError("terminated", { cause })),
    });
    return new Response(body, answer);
  }
}
