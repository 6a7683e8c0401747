import { invalidInput } from "@kite/core";
import { formatIst } from "@kite/models";

/** Reads and writes the times of the API. */
export interface Clock {
  /** Makes a `Date` of `yyyy-mm-dd hh:mm:ss`; other texts are read as `new Date` reads them. */
  read(text: string): Date;
  /** Writes a moment as `yyyy-mm-dd hh:mm:ss`. Throws `InvalidInput` for an Invalid Date. */
  write(field: string, moment: Date): string;
}

const wallTime = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/;

/** The clock on the wall in India, which Kite means, whatever zone the host is in. */
export const istClock: Clock = {
  read: (text) => new Date(wallTime.test(text) ? `${text.replace(" ", "T")}+05:30` : text),
  write: (field, moment) => {
    try {
      return formatIst(moment);
    } catch {
      throw notATime(field);
    }
  },
};

/** The clock of the host, which the old client takes for Kite's. Right on a machine that is set to India, and nowhere else. */
export const hostClock: Clock = {
  read: (text) => new Date(text),
  write: (field, moment) => {
    if (Number.isNaN(moment.getTime())) throw notATime(field);
    const pad = (part: number) => String(part).padStart(2, "0");
    const day = [moment.getFullYear(), pad(moment.getMonth() + 1), pad(moment.getDate())].join("-");
    return `${day} ${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(pad).join(":")}`;
  },
};

const notATime = (field: string) => invalidInput(field, "is an Invalid Date");
