import type { Accounts } from "../accounts/accounts.ts";
import type { StreamDecision } from "../gateway.ts";
import { refusalAnswer } from "../http/answer.ts";
import type { Site } from "../http/origin.ts";
import type { ResolvedOptions } from "../options.ts";
import type { Reception } from "../reception.ts";
import { Refusal, refuse } from "../refusal.ts";
import type { Sessions } from "../session/sessions.ts";
import { closeCodes } from "./close-codes.ts";

interface StreamParts {
  readonly options: ResolvedOptions;
  readonly site: Site;
  readonly sessions: Sessions;
  readonly accounts: Accounts;
  readonly reception: Reception;
}

/**
 * Decides who gets a stream. A foreign page is refused at the handshake; who is not signed in is let in and told so by a close code,
 * which is all that a page can see: browsers hide why a handshake failed.
 */
export async function decideStream(request: Request, parts: StreamParts): Promise<StreamDecision> {
  const { options, site, sessions, accounts, reception } = parts;
  try {
    reception.check(request);
    if (request.method !== "GET" || new URL(request.url).pathname !== options.path) throw refuse(404, "no stream here");
    if (options.allow.stream === false) throw refuse(403, "the stream is not allowed here");
    // Programs that are no browsers send no Origin, and no cookie of one is theirs to use.
    if (!request.headers.has("origin")) throw refuse(403, "a stream is for pages of this site");
    site.requireOwn(request);
    const session = await sessions.find(request);
    if (session) {
      const account = accounts.of(session);
      account.requireLiving(session);
      return { open: (socket) => account.relay.join(socket, session) };
    }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refuse(400, "this request cannot be read");
    if (refusal.type !== "TokenException") return { refused: refusalAnswer(refusal) };
  }
  return {
    open(socket) {
      socket.close(closeCodes.notSignedIn, `nobody is signed in; send the browser to ${options.path}/login`);
      return { message() {}, closed() {} };
    },
  };
}
