import type { FailureAnswer } from "../../shared/api.ts";

/** A failed request, in words for the person in front of the page. */
export class RequestFailed extends Error {
  /** HTTP status; undefined when the demo's server could not be reached. */
  readonly status: number | undefined;
  readonly answer: FailureAnswer;

  constructor(status: number | undefined, answer: FailureAnswer) {
    super(answer.message);
    this.status = status;
    this.answer = answer;
  }
}

/** Tells whether a change that failed may have taken effect all the same. */
export function isDoubtful(error: Error): boolean {
  if (!(error instanceof RequestFailed)) return true;
  const { outcome } = error.answer;
  // what the demo's server refuses by itself has no outcome, and was not passed on
  return outcome ? outcome === "unknown" : error.status === undefined || error.status >= 500;
}

/** Reads JSON from the demo's server. Throws `RequestFailed`. */
export async function read<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await ask(path, signal ? { signal } : {})).json()) as T;
}

/** Asks the demo's server to change something. Throws `RequestFailed`. */
export async function change(path: string, body: object = {}): Promise<void> {
  await post(path, body);
}

/** Asks the demo's server to change or to compute something, and reads its JSON. Throws `RequestFailed`. */
export async function send<T>(path: string, body: object, signal?: AbortSignal): Promise<T> {
  return (await (await post(path, body, signal)).json()) as T;
}

/**
 * Asks the demo's server for a change that takes a while, and hears of it line by line, each a JSON document. Throws `RequestFailed`, after
 * some lines too, when the connection is lost on the way.
 */
export async function sendAndHear<T>(path: string, body: object, onLine: (line: T) => void): Promise<void> {
  const { body: answer } = await post(path, body);
  if (!answer) return;
  let rest = "";
  const reader = answer.pipeThrough(new TextDecoderStream()).getReader();
  for (;;) {
    const { done, value } = await reader.read().catch(() => {
      throw serverGone("unknown");
    });
    if (done) return;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(JSON.parse(line));
  }
}

/** Asks the demo's server to take something away. Throws `RequestFailed`. */
export async function remove(path: string): Promise<void> {
  await ask(path, { method: "DELETE" });
}

function post(path: string, body: object, signal?: AbortSignal): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return ask(path, { method: "POST", headers, body: JSON.stringify(body), ...(signal && { signal }) });
}

async function ask(path: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, init);
  } catch {
    init.signal?.throwIfAborted();
    // it may have passed a change on before it went away
    throw serverGone(init.method ? "unknown" : undefined);
  }
  if (response.ok) return response;
  throw new RequestFailed(response.status, await failureIn(response));
}

/** What is thrown when the demo's server does not answer. */
export const serverGone = (outcome: FailureAnswer["outcome"]): RequestFailed =>
  new RequestFailed(undefined, {
    code: "ServerGone",
    message: "The demo's server does not answer.",
    what_to_do: "Start it again with “pnpm demo”. This page goes on by itself once it is back.",
    ...(outcome && { outcome }),
  });

async function failureIn(response: Response): Promise<FailureAnswer> {
  try {
    const answer: FailureAnswer = await response.json();
    if (typeof answer.message === "string" && typeof answer.what_to_do === "string") return answer;
  } catch {
    // not our server's JSON
  }
  return {
    code: "UnexpectedAnswer",
    message: `The answer was ${response.status} ${response.statusText}.`,
    what_to_do: "Check that nothing else listens on this port, then try again.",
  };
}
