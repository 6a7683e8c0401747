import type { Exchange } from "../exchange.ts";
import type { App, Call } from "../routes/signed-in.ts";
import { falseAnswer } from "./answers.ts";
import { type Fate, isExecuted, type Strike } from "./faults.ts";
import { lineOf } from "./line.ts";

/** Decides what goes wrong with a request. Registered behind the record of requests, which tells what was answered. */
export function chooseFaults(app: App, { clock, faults }: Exchange): void {
  app.use(async (context, next) => {
    const at = new Date(clock.now());
    const { method, path } = context.req;
    const user_id = context.var.caller;
    const fate = faults.draw({ method, path, user_id });
    const executed = !fate.answer || isExecuted(fate.answer.fault);
    context.set("fate", fate);
    if (executed) await next();
    const outcome = executed ? { executed, status: context.res.status } : { executed };
    for (const { rule, fault, ms } of strikesOf(fate)) {
      const who = user_id !== undefined && { user_id };
      faults.note({ rule, fault, method, path, at, ...who, ...outcome, ...(ms !== undefined && { ms }) });
    }
    const fault = fate.answer?.fault;
    if (fault && "executed" in fault && fault.kind !== "drop" && fault.kind !== "hang") {
      replace(context, falseAnswer(fault));
    }
  });
}

/** Holds answers back and breaks them. Registered before everything else, because it has the last word. */
export function breakAnswers(app: App, { clock, latency }: Exchange): void {
  app.use(async (context, next) => {
    await next();
    const { fate } = context.var;
    const wait = (ms: number): Promise<void> => latency.wait(ms / (clock.speed || 1), context.req.raw.signal);
    if (fate?.latency?.ms) await wait(fate.latency.ms);
    const fault = fate?.answer?.fault;
    if (fault?.kind === "hang") await wait(fault.ms ?? Number.POSITIVE_INFINITY);
    if (fault?.kind === "hang" || fault?.kind === "drop") replace(context, lineOf(context).reset());
    if (fault?.kind === "cut") replace(context, await lineOf(context).cut(context.res));
  });
}

const strikesOf = ({ answer, latency, late }: Fate): Strike[] =>
  [answer, latency, late].filter((strike) => strike !== undefined);

function replace(context: Call, answer: Response): void {
  // an assignment alone would hand the headers of the former answer on to the new one
  context.res = undefined;
  context.res = answer;
}
