import { existsSync } from "node:fs";
import { istTimestamp } from "../ist.ts";
import { type Progress, type RecordingInProgress, record } from "../recording/record.ts";
import { type Source, SourceError } from "../recording/source.ts";
import { Failure } from "./failure.ts";
import type { RecordOptions } from "./read-options.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";

const REAL = { root: "https://api.kite.trade", ws: "wss://ws.kite.trade" } as const;

/**
 * Records until it is to stop, and says how it is going.
 *
 * @param variables - Hold the credentials; nothing else does.
 * @throws {UsageError} without credentials, {@link Failure} when the server or the file refuses.
 */
export async function recordCommand(
  options: RecordOptions,
  terminal: Terminal,
  variables: NodeJS.ProcessEnv,
  stopped: () => Promise<void>,
): Promise<void> {
  const { file, instruments, quiet } = options;
  const source = sourceOf(options, variables);
  if (existsSync(file)) throw new Failure(`${file} exists; a recording is never written over another file`);
  const recording = await record(source, file, instruments).catch(explain);
  if (!quiet) terminal.print("", ...introduction(options, source, terminal), "");
  const telling = quiet ? undefined : tell(recording, terminal);
  const broken = await Promise.race([recording.broken, stopped()]);
  clearInterval(telling);
  await recording.end().catch(explain);
  if (!quiet)
    terminal.print(
      progressLine(recording.progress(), terminal),
      "",
      `  ${file} is complete. Play it with --replay ${file}`,
      "",
    );
  if (broken) throw new Failure(broken.message);
}

function sourceOf({ root, ws }: RecordOptions, variables: NodeJS.ProcessEnv): Source {
  const { KITE_API_KEY: apiKey, KITE_ACCESS_TOKEN: accessToken } = variables;
  if (!apiKey || !accessToken) {
    throw new UsageError("--record takes the account from KITE_API_KEY and KITE_ACCESS_TOKEN; set both");
  }
  const own = root ?? addressIn("KITE_ROOT", variables);
  // whoever names one server and not the other does not mean to mix it with the real one
  const stream = ws ?? addressIn("KITE_WS", variables) ?? own?.replace(/^http/, "ws") ?? REAL.ws;
  return { apiKey, accessToken, root: own ?? REAL.root, ws: stream };
}

function addressIn(name: "KITE_ROOT" | "KITE_WS", variables: NodeJS.ProcessEnv): string | undefined {
  const address = variables[name];
  if (!address) return undefined;
  if (!URL.canParse(address)) throw new UsageError(`${name} holds no URL: "${address}"`);
  return address.replace(/\/+$/, "");
}

function introduction({ file, instruments }: RecordOptions, { root }: Source, { paint }: Terminal): string[] {
  const shown =
    instruments.slice(0, 5).join(", ") + (instruments.length > 5 ? ` and ${instruments.length - 5} more` : "");
  return [
    `  ${paint.bold("Recording")} ${shown}`,
    `  ${paint.faint(`from ${root} to ${file}: instruments, quotes and every tick; no orders, no credentials`)}`,
    `  ${paint.faint("Ctrl-C ends it; what is in the file is kept.")}`,
  ];
}

/** On a screen the line changes every second, elsewhere there is a new one every minute. */
function tell(recording: RecordingInProgress, terminal: Terminal): NodeJS.Timeout {
  const show = (): void => {
    const line = progressLine(recording.progress(), terminal);
    if (terminal.isScreen) terminal.overwrite(line);
    else terminal.print(line);
  };
  show();
  return setInterval(show, terminal.isScreen ? 1000 : 60_000);
}

function progressLine({ instruments, frames, bytes, start, ms, lost }: Progress, { paint }: Terminal): string {
  const counted = (count: number, name: string): string =>
    `${count.toLocaleString("en-IN")} ${name}${count === 1 ? "" : "s"}`;
  const time = `${istTimestamp(start).slice(11)} to ${istTimestamp(start + ms).slice(11)} IST`;
  const parts = [counted(instruments, "instrument"), counted(frames, "frame"), `${(bytes / 1e6).toFixed(1)} MB`, time];
  return `  ${parts.join("  ")}${lost === undefined ? "" : paint.bad(`  stream: ${lost}`)}`;
}

function explain(error: unknown): never {
  if (error instanceof SourceError) throw new Failure(error.message);
  const { syscall, message } = error as NodeJS.ErrnoException;
  throw syscall === undefined ? error : new Failure(`the file cannot be written: ${message}`);
}
