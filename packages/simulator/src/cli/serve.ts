import type { StartOptions } from "../options.ts";
import { replayUsers } from "../recording/replay.ts";
import type { Simulator } from "../simulator.ts";
import { startSimulator } from "../start.ts";
import { builtInUsers } from "../users.ts";
import { signIn } from "./access-token.ts";
import { Failure } from "./failure.ts";
import { openRecording, recordingLine } from "./open-recording.ts";
import { readFaults } from "./read-faults.ts";
import type { ServeOptions } from "./read-options.ts";
import { requestLine } from "./request-line.ts";
import { startUpLines } from "./start-up.ts";
import type { Terminal } from "./terminal.ts";
import { UsageError } from "./usage-error.ts";
import { version } from "./version.ts";

/**
 * Starts a simulator, says where it is, and keeps it until it is to stop.
 *
 * @throws {Failure} when it cannot listen.
 */
export async function serve(options: ServeOptions, terminal: Terminal, stopped: Promise<void>): Promise<void> {
  const recording = options.replay === undefined ? undefined : openRecording(options.replay);
  const simulator = await start(options, {
    ...(recording && { replay: recording }),
    ...(options.log && { onRequest: (request) => terminal.print(requestLine(request, terminal.paint)) }),
  });
  const accessToken = options.token ? await signIn(simulator) : undefined;
  if (options.quiet) {
    terminal.print(simulator.url, ...(accessToken === undefined ? [] : [accessToken]));
  } else {
    const users = recording ? replayUsers : builtInUsers;
    const recorded = recording && recordingLine(recording);
    const facts = { simulator, options, version: version(), users, accessToken, recorded };
    terminal.print(...startUpLines(facts, terminal.paint));
  }
  await stopped;
  await simulator.close();
  if (!options.quiet) terminal.print("", `  ${terminal.paint.faint("The simulator has stopped.")}`, "");
}

async function start(options: ServeOptions, more: StartOptions): Promise<Simulator> {
  const { host, port, seed, market, speed, start, marketHours, latencyMs, rateLimits, redirect, postback } = options;
  try {
    return await startSimulator({
      ...more,
      ...{ host, port, seed, market, marketHours, latencyMs, rateLimits, faults: readFaults(options.faults) },
      clock: { speed, ...(start !== undefined && { start }) },
      ...(redirect !== undefined && { redirectUrl: redirect }),
      ...(postback !== undefined && { postbackUrl: postback }),
    });
  } catch (error) {
    throw explain(error as NodeJS.ErrnoException, options);
  }
}

function explain(error: NodeJS.ErrnoException, { host, port }: ServeOptions): Error {
  if (error.code === "EADDRINUSE") {
    const next = port === 65_535 ? port - 1 : port + 1;
    return new Failure(
      `port ${port} is in use; end what listens there, or choose another port: --port ${next}, --port 0`,
    );
  }
  if (error.code === "EACCES") return new Failure(`port ${port} is not for ordinary users; choose one from 1024 on`);
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return new Failure(`${host} is no address of this machine; without --host it listens on 127.0.0.1`);
  }
  // what is listed is known only now
  if (error instanceof TypeError && error.message.startsWith("market")) return new UsageError(`--${error.message}`);
  return error;
}
