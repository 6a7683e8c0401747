import type { AboutAnswer, GatewayStatistics, WeatherAnswer } from "../../shared/demo-api.ts";
import type { Failure } from "./failure.ts";
import { KnownFailure } from "./known-failure.ts";

/** A request to the demo's own routes that failed. */
export class DemoServerError extends KnownFailure {}

/** Which exchange is on the other side. */
export const readAbout = (signal?: AbortSignal): Promise<AboutAnswer> => ask("/demo/about", { signal });

/** What all tabs together asked for, and what of it reached the exchange. */
export const readGatewayStatistics = (signal?: AbortSignal): Promise<GatewayStatistics> =>
  ask("/demo/statistics", { signal });

/** Signs this browser in without a login page; on the simulated exchange alone. */
export const enter = (signal?: AbortSignal): Promise<void> => ask("/demo/enter", { method: "POST", signal });

/** Ends all sessions, as 06:00 IST does; on the simulated exchange alone. */
export const expireSessions = (): Promise<void> => ask("/demo/expire", { method: "POST" });

/** Whether orders lose their answers; on the simulated exchange alone. */
export const readWeather = (signal?: AbortSignal): Promise<WeatherAnswer> => ask("/demo/weather", { signal });

/** Makes orders lose their answers, or ends that; on the simulated exchange alone. */
export const changeWeather = (bad: boolean): Promise<WeatherAnswer> =>
  ask("/demo/weather", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ bad }),
  });

interface Asked extends Omit<RequestInit, "signal"> {
  readonly signal?: AbortSignal | undefined;
}

async function ask<T>(path: string, { signal, ...init }: Asked): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, ...(signal && { signal }) });
  } catch {
    signal?.throwIfAborted();
    throw new DemoServerError({
      code: "ServerGone",
      message: "The demo's server does not answer.",
      what_to_do: "Start it again with “pnpm demo”. This page goes on by itself once it is back.",
    });
  }
  if (!response.ok) throw new DemoServerError(await failureIn(response));
  return (response.status === 204 ? undefined : await response.json()) as T;
}

async function failureIn(response: Response): Promise<Failure> {
  const { status } = response;
  try {
    const answer: Failure = await response.json();
    if (typeof answer.message === "string" && typeof answer.what_to_do === "string") return { ...answer, status };
  } catch {
    // not our server's JSON
  }
  return {
    ...{ code: "UnexpectedAnswer", status, message: `The answer was ${status} ${response.statusText}.` },
    what_to_do: "Check that nothing else listens on this port, then try again.",
  };
}
