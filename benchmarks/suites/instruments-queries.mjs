import { createClient } from "@kite/core";
import { findInstrument, getOptionChain, loadInstruments, searchInstruments } from "@kite/market-data";
import { instrumentsCsv } from "../fixtures/instruments.mjs";
import { nanosecondsOf } from "../harness/measure.mjs";

/** The rows as the peers hand them out: an array of objects. */
const load = async () => {
  const fetch = async () => new Response(instrumentsCsv(), { headers: { "content-type": "text/csv" } });
  return loadInstruments(createClient({ apiKey: "key", accessToken: "token", fetch }));
};
const keyOf = ({ exchange, tradingsymbol }) => `${exchange}:${tradingsymbol}`;
const chains = ["NIFTY", "BANKNIFTY", "FINNIFTY"].map((name) => ({ name, expiry: "2026-01-30" }));
const beginnings = ["NIFTY", "BANK", "BHA", "INDO", "MAHA"];
const queries = ["nifty 24500 ce", "indo steel limited", "maha power", "banknifty pe 26feb"];
const slips = ["bankinfty", "nitfy fut", "sensxe 50"];

/** By question: how an array of rows is asked, with the maps that one would make; and how the instruments are. */
const questions = {
  "by token": {
    asked: (rows) => rows.map((row) => row.instrument_token),
    array(rows) {
      const tokens = new Map(rows.map((row) => [row.instrument_token, row]));
      return (token) => tokens.get(token);
    },
    own: (instruments) => (token) => instruments.byToken(token),
  },
  "by exchange:symbol": {
    asked: (rows) => rows.map(keyOf),
    array(rows) {
      const keys = new Map(rows.map((row) => [keyOf(row), row]));
      return (key) => keys.get(key);
    },
    own: (instruments) => (key) => instruments.byKey(key),
  },
  "option chain": {
    asked: () => chains,
    array:
      (rows) =>
      ({ name, expiry }) =>
        rows.filter((row) => row.name === name && row.expiry === expiry && /CE|PE/.test(row.instrument_type)),
    own: (instruments) => (params) => getOptionChain(instruments, params),
  },
  "next future": {
    asked: () => chains,
    array:
      (rows) =>
      ({ name }) =>
        rows.find((row) => row.name === name && row.instrument_type === "FUT"),
    own:
      (instruments) =>
      ({ name }) =>
        findInstrument(instruments, { name, instrument_type: "FUT" }),
  },
  "first 20 of a beginning": {
    asked: () => beginnings,
    array: (rows) => (text) => rows.filter((row) => row.tradingsymbol.startsWith(text)).slice(0, 20),
    own: (instruments) => (text) => searchInstruments(instruments, text),
  },
  "several words": {
    asked: () => queries,
    array: (rows) => (text) => {
      const words = text.toUpperCase().split(" ");
      return rows
        .filter((row) => words.every((word) => `${row.tradingsymbol} ${row.name}`.includes(word)))
        .slice(0, 20);
    },
    own: (instruments) => (text) => searchInstruments(instruments, text),
  },
  "slips of spelling": {
    asked: () => slips,
    own: (instruments) => (text) => searchInstruments(instruments, text),
  },
};

const cases = { "array of rows, maps": "array", Instruments: "own" };

async function measure(kind, scenario) {
  const instruments = await load();
  const rows = [...instruments];
  const question = questions[scenario];
  if (!question[kind]) return {};
  // Five hundred are what a program watches.
  const asked = question.asked(rows.filter((_, index) => index % 240 === 7));
  const answer = question[kind](kind === "array" ? rows : instruments);
  const firstStarted = process.cpuUsage();
  answer(asked[0]);
  const { user, system } = process.cpuUsage(firstStarted);
  let index = 0;
  const nanoseconds = nanosecondsOf(() => {
    answer(asked[index]);
    index = (index + 1) % asked.length;
  });
  return { microseconds: nanoseconds / 1_000, firstMilliseconds: (user + system) / 1_000 };
}

export const suite = {
  title: "Questions to 120,000 instruments",
  rounds: 3,
  scenarios: Object.keys(questions),
  describe: (question) => question,
  cases,
  measures: [{ name: "ask", run: measure }],
  figures: [
    { name: "microseconds", title: "CPU µs (array / case)", baseline: "array of rows, maps" },
    { name: "firstMilliseconds", title: "first time, CPU ms" },
  ],
};
