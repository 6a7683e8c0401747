import { setTimeout as pause } from "node:timers/promises";
import { HoldingSchema, OrderSchema, QuoteSchema } from "@kite/models";
import { array, object, record, string } from "valibot";
import { envelope, holdings, orders, quotes } from "../fixtures/answers.mjs";
import { cpu, nanosecondsOf } from "../harness/measure.mjs";

const answers = {
  "200 holdings": { text: envelope(holdings(200)), rows: HoldingSchema, listOf: array },
  "200 orders": { text: envelope(orders(200)), rows: OrderSchema, listOf: array },
  "500 quotes": { text: envelope(quotes(500)), rows: QuoteSchema, listOf: (rows) => record(string(), rows) },
};

/** Throws where the answer is not as documented. */
const checking = (schema) => (data) => {
  const { issues } = schema["~standard"].validate(data);
  if (issues) throw new Error(issues[0].message);
};

// Each gives what is done with an answer, of which there is the text and the data in it.
const cases = {
  "JSON.parse":
    ({ text }) =>
    () =>
      JSON.parse(text),
  "check, as the client does": ({ text, rows, listOf }) => {
    const { data } = JSON.parse(text);
    const check = checking(listOf(rows));
    return () => check(data);
  },
  "JSON.parse and check": ({ text, rows, listOf }) => {
    const check = checking(listOf(rows));
    return () => check(JSON.parse(text).data);
  },
  "check, valibot alone": ({ text, rows, listOf }) => {
    const { data } = JSON.parse(text);
    const check = checking(listOf(object(rows.entries)));
    return () => check(data);
  },
};

async function measure(make, scenario) {
  const work = make(answers[scenario]);
  const start = cpu();
  work();
  const cold = (cpu() - start) / 1_000;
  // Some quick ways are loaded at the first answer.
  await pause(100);
  return { cold, microseconds: nanosecondsOf(work) / 1_000 };
}

export const suite = {
  title: "Checking an answer",
  rounds: 5,
  scenarios: Object.keys(answers),
  describe: (name) => name,
  cases,
  measures: [{ name: "time", run: measure }],
  figures: [
    { name: "microseconds", title: "warm, CPU µs (case / JSON.parse)", baseline: "JSON.parse", isCost: true },
    { name: "cold", title: "first time, CPU ms (case / JSON.parse)", baseline: "JSON.parse", isCost: true },
  ],
};
