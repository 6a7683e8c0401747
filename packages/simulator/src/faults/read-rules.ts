import { ERROR_TYPES } from "../refusal.ts";
import { readPattern } from "./pattern.ts";
import type { Fault, FaultRule } from "./rule.ts";
import type { StormOptions } from "./storm.ts";

type Check = (value: unknown, place: string) => void;

type Checks = Readonly<Record<string, Check>>;

/**
 * Checks rules, whether a program made them or they came as JSON, and copies them.
 *
 * @throws {TypeError} that names the place: `rules[2].chance: expected a number from 0 to 1, got 2`.
 */
export function readRules(value: unknown): readonly FaultRule[] {
  if (!Array.isArray(value)) throw wrong("rules", "an array", value);
  return value.map((rule, index) => {
    checkFields(rule, `rules[${index}]`, RULE);
    return Object.freeze({ ...rule, fault: Object.freeze({ ...rule.fault }) });
  });
}

/**
 * Checks what a storm is to be like, when it came as JSON.
 *
 * @throws {TypeError} that names the place.
 */
export function readStorm(value: unknown): StormOptions {
  checkFields(value, "storm", { chance: RULE.chance, match: RULE.match });
  return value as StormOptions;
}

const text: Check = (value, place) => {
  if (typeof value !== "string") throw wrong(place, "a text", value);
};

const flag: Check = (value, place) => {
  if (typeof value !== "boolean") throw wrong(place, "true or false", value);
};

const milliseconds: Check = (value, place) => {
  if (!isNumber(value, 0, Number.MAX_SAFE_INTEGER)) throw wrong(place, "milliseconds from 0", value);
};

const oneOf =
  (choices: readonly string[]): Check =>
  (value, place) => {
    if (!choices.includes(value as string)) throw wrong(place, `one of ${choices.join(", ")}`, value);
  };

const optional =
  (check: Check): Check =>
  (value, place) => {
    if (value !== undefined) check(value, place);
  };

const range = { min: milliseconds, max: milliseconds };

const FAULTS: Readonly<Record<Fault["kind"], Checks>> = {
  drop: { executed: flag },
  hang: { executed: flag, ms: optional(milliseconds) },
  status: {
    executed: flag,
    status: (value, place) => {
      if (!isNumber(value, 400, 599) || !Number.isInteger(value)) throw wrong(place, "a status from 400 to 599", value);
    },
    body: optional(oneOf(["envelope", "html", "empty"])),
    error_type: optional(oneOf(ERROR_TYPES)),
    message: optional(text),
  },
  html: { executed: flag },
  cut: {},
  "timed-out": { executed: flag },
  latency: range,
  late: range,
};

const RULE = {
  match: optional((value, place) => {
    if (typeof value !== "string" || !readPattern(value)) {
      throw wrong(place, "a method and a path, as in POST /orders/*", value);
    }
  }),
  user_id: optional(text),
  chance: optional((value, place) => {
    if (!isNumber(value, 0, 1)) throw wrong(place, "a number from 0 to 1", value);
  }),
  times: optional((value, place) => {
    if (!isNumber(value, 0, Number.MAX_SAFE_INTEGER) || !Number.isInteger(value)) {
      throw wrong(place, "a whole number from 0", value);
    }
  }),
  fault: checkFault,
} satisfies Checks;

function checkFault(value: unknown, place: string): void {
  const { kind } = asRecord(value, place);
  oneOf(Object.keys(FAULTS))(kind, `${place}.kind`);
  checkFields(value, place, { kind: text, ...FAULTS[kind as Fault["kind"]] });
  const { min, max } = value as { readonly min?: number; readonly max?: number };
  if (min !== undefined && max !== undefined && min > max) throw wrong(`${place}.max`, `at least ${min}`, max);
}

function checkFields(value: unknown, place: string, checks: Checks): void {
  const record = asRecord(value, place);
  for (const name of Object.keys(record)) {
    // a misspelt `times` would otherwise strike for ever
    if (!Object.hasOwn(checks, name)) {
      throw new TypeError(`${place}.${name}: there is only ${Object.keys(checks).join(", ")}`);
    }
  }
  for (const [name, check] of Object.entries(checks)) check(record[name], `${place}.${name}`);
}

function asRecord(value: unknown, place: string): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw wrong(place, "an object", value);
  return value as Readonly<Record<string, unknown>>;
}

const isNumber = (value: unknown, min: number, max: number): value is number =>
  typeof value === "number" && value >= min && value <= max;

function wrong(place: string, expected: string, value: unknown): TypeError {
  return new TypeError(`${place}: expected ${expected}, got ${JSON.stringify(value) ?? "nothing"}`);
}
