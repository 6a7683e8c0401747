import { gatewayPath } from "../api/kite.ts";
import { KnownFailure } from "../api/known-failure.ts";
import type { Figures } from "../api/use-figures.ts";

/** When the session on this page is over; null where nobody is logged in. */
export const sessionEnd: Figures<Date | null> = {
  key: ["account", "session"],
  read: async (signal) => {
    const response = await fetch(`${gatewayPath}/session`, { signal });
    if (!response.ok) throw noAnswer(response.status);
    const { data } = (await response.json()) as { data: { expires?: string } };
    return data.expires === undefined ? null : new Date(data.expires);
  },
};

const noAnswer = (status: number): KnownFailure =>
  new KnownFailure({
    ...{ code: "GatewayAnswer", status, message: `The gateway answered with HTTP ${status}.` },
    what_to_do: "Try again; if it stays like this, look at the terminal.",
  });
