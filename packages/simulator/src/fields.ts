import { invalid } from "./refusal.ts";

/** Typed access to the fields of a form; each complaint names the field. */
export interface Fields {
  /** The field is there and not empty. */
  has(name: string): boolean;
  text(name: string): string;
  choice<const T extends string>(name: string, choices: readonly T[]): T;
  /** Any finite number. */
  number(name: string): number;
  /** Rupees above zero. */
  price(name: string): number;
  /** Whole number from `min`, default 1. */
  count(name: string, min?: number): number;
  /** `true` or `false`, in lower case; false when it is not there. */
  flag(name: string): boolean;
}

/** Reads fields out of a form. Every method throws the `Refusal` that names its field: 400, InputException. */
export function readFields(form: URLSearchParams): Fields {
  const text = (name: string): string => {
    const value = form.get(name);
    if (!value) throw invalid(name);
    return value;
  };
  const number = (name: string): number => {
    const value = text(name);
    if (!NUMBER.test(value)) throw invalid(name);
    return Number(value);
  };
  return {
    has: (name) => Boolean(form.get(name)),
    text,
    choice: (name, choices) => {
      const value = text(name);
      const chosen = choices.find((choice) => choice === value);
      if (chosen === undefined) throw invalid(name);
      return chosen;
    },
    number,
    price: (name) => {
      const value = number(name);
      if (value <= 0) throw invalid(name);
      return value;
    },
    count: (name, min = 1) => {
      const value = number(name);
      if (!Number.isSafeInteger(value) || value < min) throw invalid(name);
      return value;
    },
    flag: (name) => {
      const value = form.get(name) || "false";
      if (value !== "true" && value !== "false") throw invalid(name);
      return value === "true";
    },
  };
}

/** Decimal notation: neither `1e5`, nor `0x10`, nor what `Number` makes of an empty text. */
const NUMBER = /^[+-]?\d{1,15}(\.\d{1,10})?$/;
