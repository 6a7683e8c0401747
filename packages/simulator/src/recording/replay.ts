import { readFileSync } from "node:fs";
import type { ClockSettings } from "../clock.ts";
import { builtInUsers, type SimulatorUser } from "../users.ts";
import { type Recording, readRecording } from "./read-recording.ts";

/**
 * The recording that is to be played.
 *
 * @param replay - A recording, or the file of one.
 * @throws {TypeError} when the file is no recording.
 * @throws {Error} with `code: "ENOENT"` when there is no such file.
 */
export function openReplay(replay: Recording | string | undefined): Recording | undefined {
  return typeof replay === "string" ? readRecording(readFileSync(replay)) : replay;
}

/** The clock begins where the recording does, unless somebody says otherwise. */
export function replayClock(
  clock: (() => number) | ClockSettings | undefined,
  { start }: Recording,
): (() => number) | ClockSettings {
  return typeof clock === "function" ? clock : { start, ...clock };
}

/** Who can sign in to a replay: holdings of what was not recorded would have no price, so there is money alone. */
export const replayUsers: readonly SimulatorUser[] = builtInUsers.map((user) =>
  user.portfolio === "trader" ? { ...user, portfolio: "cash" } : user,
);
