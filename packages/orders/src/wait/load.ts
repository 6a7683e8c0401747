import { KiteError } from "@kite/core";

/** Waits for code that is loaded when it is needed: a page that has lost its network cannot have it. */
export const load = <Part>(endpoint: string, part: Promise<Part>): Promise<Part> =>
  part.catch((cause) => {
    const message = "its code could not be loaded; nothing was sent";
    throw new KiteError({ code: "NotLoaded", endpoint, message, outcome: "not-sent", cause });
  });
