import type { Simulator } from "../simulator.ts";

/** A page or redirect as a browser without redirects gets it. */
export interface Visit {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Target of a redirect. */
  readonly location: URL | undefined;
}

export const visit = (simulator: Simulator, path: string): Promise<Visit> => request(simulator, path, {});

export const submit = (simulator: Simulator, path: string, fields: Record<string, string>): Promise<Visit> =>
  request(simulator, path, { method: "POST", body: new URLSearchParams(fields) });

async function request({ url }: Simulator, path: string, init: RequestInit): Promise<Visit> {
  const response = await fetch(url + path, { ...init, redirect: "manual" });
  const location = response.headers.get("location");
  return {
    status: response.status,
    html: await response.text(),
    headers: response.headers,
    location: location === null ? undefined : new URL(location, url),
  };
}
