import { createRandom, type Random } from "../random.ts";
import { type RequestMatcher, readPattern } from "./pattern.ts";
import { readRules } from "./read-rules.ts";
import type { AnswerFault, Fault, FaultRule, InjectedFault } from "./rule.ts";

/** What a rule is asked about. */
export interface FaultyRequest {
  readonly method: string;
  readonly path: string;
  readonly user_id: string | undefined;
}

/** A rule that has struck. */
export interface Strike<F extends Fault = Fault> {
  readonly rule: number;
  readonly fault: F;
  /** How long a `latency` or `late` is to last, in milliseconds of the clock; otherwise undefined. */
  readonly ms: number | undefined;
}

/** What becomes of one request; at most one fault of each sort. */
export interface Fate {
  readonly answer: Strike<AnswerFault> | undefined;
  readonly latency: Strike | undefined;
  readonly late: Strike | undefined;
}

interface ActiveRule {
  readonly rule: FaultRule;
  readonly matches: RequestMatcher;
  readonly dice: Random;
  struck: number;
}

export type SavedFaults = readonly { readonly rule: FaultRule; readonly dice: number; readonly struck: number }[];

const CAPACITY = 10_000;

/**
 * Rules for what goes wrong, and what went wrong by them. Every rule throws dice of its own, as often as a request
 * matches it: same seed, same rules, same requests, same faults, and prices stay what they are.
 */
export class Faults {
  readonly #seed: number;
  #active: readonly ActiveRule[] = [];
  #injected: InjectedFault[] = [];

  constructor(seed: number, rules: readonly FaultRule[] = []) {
    this.#seed = seed;
    this.set(rules);
  }

  get rules(): readonly FaultRule[] {
    return this.#active.map(({ rule }) => rule);
  }

  get injected(): readonly InjectedFault[] {
    return this.#injected.slice(-CAPACITY);
  }

  /** How often each rule has struck since it was set. */
  get counts(): readonly number[] {
    return this.#active.map(({ struck }) => struck);
  }

  /** @throws {TypeError} that names the place, before anything has changed. */
  set(rules: readonly FaultRule[]): void {
    this.#active = readRules(rules).map((rule, index) => ({
      rule,
      matches: readPattern(rule.match ?? "*") ?? (() => false),
      dice: createRandom(this.#seed, `fault ${index}`),
      struck: 0,
    }));
  }

  clear(): void {
    this.#active = [];
  }

  /** The rules in force, with their dice and how often they have struck. */
  save(): SavedFaults {
    return this.#active.map(({ rule, dice, struck }) => ({ rule, dice: dice.state, struck }));
  }

  /** @throws {TypeError} for rules that make no sense. */
  restore(saved: SavedFaults): void {
    this.set(saved.map(({ rule }) => rule));
    for (const [index, active] of this.#active.entries()) {
      active.dice.state = saved[index]?.dice ?? 0;
      active.struck = saved[index]?.struck ?? 0;
    }
  }

  /** Throws the dice for a request. Of each sort the first rule that strikes decides. */
  draw(request: FaultyRequest): Fate {
    const strikes = this.#active.flatMap((active, index) => roll(active, index, request));
    const answer = strikes.find(isAboutAnswer);
    const latency = strikes.find(({ fault }) => fault.kind === "latency");
    // what is not executed has no order to hide
    const late = answer && !isExecuted(answer.fault) ? undefined : strikes.find(({ fault }) => fault.kind === "late");
    for (const strike of [answer, latency, late]) {
      const active = strike && this.#active[strike.rule];
      if (active) active.struck += 1;
    }
    return { answer, latency, late };
  }

  /** Remembers what happened; the latest ten thousand. */
  note(fault: InjectedFault): void {
    this.#injected.push(Object.freeze(fault));
    // all at once now and then, because taking them off one by one moves the whole list every time
    if (this.#injected.length >= 2 * CAPACITY) this.#injected = this.#injected.slice(-CAPACITY);
  }
}

/** Whether the request does its work before it meets this fault. */
export const isExecuted = (fault: AnswerFault): boolean => fault.kind === "cut" || fault.executed;

const isAboutAnswer = (strike: Strike): strike is Strike<AnswerFault> =>
  strike.fault.kind !== "latency" && strike.fault.kind !== "late";

function roll({ rule, matches, dice, struck }: ActiveRule, index: number, request: FaultyRequest): Strike[] {
  const { fault, chance = 1, times = Number.POSITIVE_INFINITY, user_id } = rule;
  if (!matches(request.method, request.path)) return [];
  if (user_id !== undefined && user_id !== request.user_id) return [];
  if (fault.kind === "late" && !isPlacement(request)) return [];
  // two throws whatever comes of them, so that the next request does not depend on this one
  const [luck, share] = [dice.fraction(), dice.fraction()];
  if (luck >= chance || struck >= times) return [];
  const ms = "min" in fault ? fault.min + share * (fault.max - fault.min) : undefined;
  return [{ rule: index, fault, ms: ms && Math.round(ms) }];
}

const isPlacement = ({ method, path }: FaultyRequest): boolean => method === "POST" && /^\/orders\/[^/]+$/.test(path);
