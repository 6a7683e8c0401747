import { isKiteError } from "../errors.ts";
import type { Layer, Method } from "../request.ts";

/** One exchange with the server. Holds no query, no body and no header: nothing secret. */
export interface LogEntry {
  readonly endpoint: string;
  readonly method: Method;
  readonly path: string;
  /** HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** The error's code, when there was one. */
  readonly code: string | undefined;
  readonly milliseconds: number;
}

/**
 * Reports every attempt, retries included when this layer stands inside `retry()`.
 *
 * @example
 * createKite({ apiKey }, log()); // GET /portfolio/holdings 200 41 ms
 */
export function log(report: (line: string, entry: LogEntry) => void = (line) => console.log(line)): Layer {
  return (next) => async (plan) => {
    const { endpoint, method, path } = plan;
    const started = performance.now();
    const done = (status: number | undefined, code?: string) => {
      const milliseconds = Math.round(performance.now() - started);
      const result = [status, code].filter((part) => part !== undefined).join(" ");
      report(`${method} ${path} ${result} ${milliseconds} ms`, { endpoint, method, path, status, code, milliseconds });
    };
    try {
      const response = await next(plan);
      done(response.status);
      return response;
    } catch (error) {
      if (isKiteError(error)) done(error.status, error.code);
      else done(undefined, "Error");
      throw error;
    }
  };
}
