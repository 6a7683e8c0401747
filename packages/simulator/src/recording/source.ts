import { runClock } from "../clock.ts";

/** Where and as whom market data is read. */
export interface Source {
  /** Without a slash at the end. */
  readonly root: string;
  readonly ws: string;
  readonly apiKey: string;
  readonly accessToken: string;
}

/** The server does not give what a recording needs. The message holds no secret. */
export class SourceError extends Error {}

const TRIES = 4;
/** The most that `/quote` takes. */
const KEYS_PER_QUOTE = 500;
/** One request for quotes in a second. */
const QUOTE_EVERY_MS = 1100;

/**
 * Asks for a text with the rights of the account. Asks again, after a while, when the server is busy or out of reach.
 *
 * @throws {SourceError} that says what the server said.
 */
export async function ask(source: Source, path: string, pauseMs = 1000): Promise<string> {
  const headers = { authorization: `token ${source.apiKey}:${source.accessToken}`, "x-kite-version": "3" };
  const [place = ""] = path.split("?");
  for (let tried = 1; ; tried += 1) {
    const answer = await fetch(source.root + path, { headers })
      .then(async (response) => ({ status: response.status, text: await response.text() }))
      .catch((error: Error) => ({
        status: 0,
        text: String((error.cause as Error | undefined)?.message ?? error.message),
      }));
    if (answer.status === 200) return answer.text;
    const said =
      answer.status === 0 ? `cannot be reached (${answer.text})` : `answers ${answer.status}${messageIn(answer.text)}`;
    const passes = answer.status === 0 || answer.status === 429 || answer.status >= 500;
    if (!passes || tried === TRIES) throw new SourceError(`${source.root} ${said} to ${place}`);
    await pause(pauseMs * 2 ** (tried - 1));
  }
}

/** What `GET /quote` says about each, by key; what the server does not know is missing. */
export async function askQuotes(source: Source, keys: readonly string[]): Promise<Record<string, unknown>> {
  const quotes: Record<string, unknown> = {};
  for (let first = 0; first < keys.length; first += KEYS_PER_QUOTE) {
    if (first > 0) await pause(QUOTE_EVERY_MS);
    const query = new URLSearchParams(keys.slice(first, first + KEYS_PER_QUOTE).map((key) => ["i", key]));
    Object.assign(quotes, JSON.parse(await ask(source, `/quote?${query}`)).data);
  }
  return quotes;
}

/**
 * The time that the market goes by. A simulator says how its clock runs; everywhere else it is the present.
 */
export async function clockOf({ root }: Source): Promise<() => number> {
  if (/(^|\.)kite\.trade$/.test(new URL(root).hostname)) return Date.now;
  const answer = await fetch(`${root}/simulator/clock`)
    .then(async (response) =>
      response.ok ? ((await response.json()) as { data?: Record<string, number> }).data : undefined,
    )
    .catch(() => undefined);
  const { start, speed, from } = answer ?? {};
  if (start === undefined || speed === undefined || from === undefined) return Date.now;
  return runClock({ start, speed, from });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** What the envelope of a refusal says. */
function messageIn(text: string): string {
  try {
    const { message } = JSON.parse(text) as { readonly message?: unknown };
    return typeof message === "string" ? ` (${message})` : "";
  } catch {
    return "";
  }
}
