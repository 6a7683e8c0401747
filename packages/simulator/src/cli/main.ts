#!/usr/bin/env node
import { run } from "./run.ts";
import { untilStopped } from "./stop.ts";
import { createTerminal } from "./terminal.ts";

const terminal = createTerminal(process.stdout, process.stderr, process.env);
process.exitCode = await run(process.argv.slice(2), terminal, process.env, untilStopped);
