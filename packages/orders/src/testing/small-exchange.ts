import { createClient, type KiteClient, type KiteSettings, type Layer } from "@kite/core";
import type { OrderWire } from "@kite/models";
import type { Answer, AnsweringServer } from "@kite/testing";
import { completeWire } from "./samples.ts";
import { formOf, serving, succeeding } from "./serving.ts";

/** A server with an order book, and a client for it. */
export interface SmallExchange {
  readonly kite: KiteClient;
  readonly server: AnsweringServer;
  readonly book: object[];
  /** How many requests there were of a kind. */
  count(method: string): number;
}

type Form = Readonly<Record<string, string>>;
type Take = (form: Form, enter: (changes?: Partial<OrderWire>) => OrderWire) => Answer;

/** Enters the order as open, and says so. */
const takeIt: Take = (_, enter) => succeeding({ order_id: enter().order_id });

let next = 1914227164488687616n;

/** Makes the row of an order as it was sent. */
export function rowOf(form: Form, changes: Partial<OrderWire> = {}): OrderWire {
  next += 1n;
  return {
    ...completeWire,
    ...{ order_id: String(next), status: "OPEN", filled_quantity: 0, quantity: Number(form.quantity) },
    ...{ exchange: form.exchange ?? "", tradingsymbol: form.tradingsymbol ?? "", tag: form.tag ?? null },
    transaction_type: form.transaction_type ?? "",
    ...changes,
  };
}

/** Starts an exchange. `take` decides what becomes of an order, `look` what a reader of the book gets. */
export async function smallExchange(
  take: Take = takeIt,
  look: (book: object[], reads: number) => Answer = (book) => succeeding(book),
  settings: KiteSettings = {},
  ...layers: Layer[]
): Promise<SmallExchange> {
  const book: object[] = [];
  let reads = 0;
  const { kite, server } = await serving(
    (request) => {
      if (request.method === "GET") {
        reads += 1;
        return look(book, reads);
      }
      const form = formOf(request);
      return take(form, (changes) => {
        const row = rowOf(form, changes);
        book.push(row);
        return row;
      });
    },
    { timeout: 300, ...settings },
    ...layers,
  );
  return { kite, server, book, count: (method) => server.requests.filter((each) => each.method === method).length };
}

/** A client whose requests never leave this process, so that a fake clock can run. */
export function smallExchangeInside(answer: (method: string, form: Form) => unknown): KiteClient {
  const fetch = async (_: unknown, init?: RequestInit): Promise<Response> =>
    Response.json({
      status: "success",
      data: answer(init?.method ?? "", Object.fromEntries(new URLSearchParams(String(init?.body ?? "")))),
    });
  return createClient({ apiKey: "key", accessToken: "access", fetch, onWarning: () => {} });
}
