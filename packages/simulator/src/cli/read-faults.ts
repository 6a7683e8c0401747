import { readFileSync } from "node:fs";
import { readRules, readStorm } from "../faults/read-rules.ts";
import type { FaultRule } from "../faults/rule.ts";
import { stormRules } from "../faults/storm.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The rules that `--faults` names: a storm, or a file with what `PUT /simulator/faults` takes, or with the rules alone.
 *
 * @throws {UsageError} that says what is wrong with the file.
 */
export function readFaults(source: string | undefined): readonly FaultRule[] {
  if (source === undefined) return [];
  if (source === "storm") return stormRules();
  try {
    const content: unknown = JSON.parse(readFileSync(source, "utf8"));
    if (Array.isArray(content)) return readRules(content);
    const { rules, storm } = Object(content) as { readonly rules?: unknown; readonly storm?: unknown };
    return storm === undefined ? readRules(rules) : stormRules(readStorm(storm));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      code === "ENOENT"
        ? `--faults takes "storm" or a file, and there is no ${source}`
        : `--faults ${source}: ${message}`,
    );
  }
}
