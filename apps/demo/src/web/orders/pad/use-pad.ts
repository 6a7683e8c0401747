import type { PlaceOrderParams } from "@kite/orders";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import type { AccountAnswer } from "../../../shared/api.ts";
import type { InstrumentRow, QuoteAnswer } from "../../../shared/market-api.ts";
import type { OrderRow, PlacementStep } from "../../../shared/orders-api.ts";
import { refreshFigures } from "../../api/queries.ts";
import { isDoubtful, RequestFailed } from "../../api/request.ts";
import { useAccount } from "../../api/use-account.ts";
import { useFigures } from "../../api/use-figures.ts";
import { useSettled } from "../../form/use-settled.ts";
import { useShell } from "../../shell/shell-context.ts";
import { announce } from "../../states/announcer.tsx";
import { type Intent, intentOf } from "./intent.ts";
import { checkForm, type Remark, remarkOfRefusal } from "./pad-check.ts";
import { type Choices, choicesOf, emptyForm, fitForm, orderOf, type PadForm } from "./pad-form.ts";
import { isPadThere, usePresence } from "./pad-presence.ts";
import { startOf } from "./pad-start.ts";
import { place } from "./place.ts";
import { type Fate, forgetPlaced, keepFate, keepSent, type Sent, useSent } from "./sent.ts";

/** Milliseconds for which the typing has to pause before what was typed is looked at. */
const PAUSE_MS = 350;

/** The order pad without its looks. */
export interface Pad {
  readonly form: PadForm;
  readonly choices: Choices;
  readonly instrument: InstrumentRow | undefined;
  /** What is chosen, as `NSE:INFY`. */
  readonly key: string | undefined;
  readonly quote: QuoteAnswer | undefined;
  readonly margins: AccountAnswer["margins"] | undefined;
  /** The account is a real one. */
  readonly live: boolean;
  /** Waits for the person to say yes. */
  readonly confirming: PlaceOrderParams | undefined;
  readonly sent: Sent | undefined;
  readonly isPlacing: boolean;
  /** What the preview is about; undefined while there is no complete order. */
  readonly previewed: { readonly order: PlaceOrderParams; readonly expected_price: number | undefined } | undefined;
  /** A refusal that is about no field. */
  readonly problem: Error | undefined;
  remarkOn(field: Remark["field"]): Remark | undefined;
  change(patch: Partial<PadForm>): void;
  choose(instrument: InstrumentRow): void;
  /** Sends the order, or asks first on a real account. Gives the field that is in the way. */
  submit(): Remark["field"] | undefined;
  place(order: PlaceOrderParams): void;
  closeConfirmation(): void;
  /** Goes back to writing, with what was entered. Gives the field to go on with. */
  startAgain(): Remark["field"];
}

/**
 * The order pad without its looks: what is entered, what there is to remark on it, and what became of it.
 *
 * @param book - The order book as it is known now.
 */
export function usePad(book: readonly OrderRow[]): Pad {
  const { live } = useShell();
  const client = useQueryClient();
  const { products, margins } = useAccount().data ?? {};
  const [start] = useState(() => startOf(location.hash));
  const [key, setKey] = useState(start.key);
  const [chosen, setChosen] = useState<InstrumentRow>();
  const [entered, setEntered] = useState<PadForm>({ ...emptyForm, ...start.form });
  const [attempted, setAttempted] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const sent = useSent();
  const [confirming, setConfirming] = useState<PlaceOrderParams>();

  const quote = useQuoteOf(key);
  const instrument = chosen ?? quote?.instrument;
  const choices = useMemo(() => choicesOf(entered, instrument, products), [entered, instrument, products]);
  const form = useMemo(() => fitForm(entered, choices), [entered, choices]);
  usePrefill(quote, setEntered);

  const now = live ? new Date() : undefined;
  const settled = useSettled(
    useMemo(() => ({ form, instrument }), [form, instrument]),
    PAUSE_MS,
  );
  const found = checkForm(settled.form, settled.instrument, quote, now);
  const remarks = found.filter((remark) => attempted || isAbout(settled.form, remark));
  const refused = refusal && remarkOfRefusal(refusal);

  usePresence();
  // known at once, where the state of a mutation comes a moment later: a second Enter must not send a second order
  const isUnderWay = useRef(false);
  const placing = useMutation({
    mutationFn: (intent: Intent) => {
      const steps: PlacementStep[] = [];
      return place(intent, (step) => {
        steps.push(step);
        keepSent({ intent, steps: [...steps], fate: undefined });
        if (step.stage === "doubtful") void refreshFigures(client);
      });
    },
    onSuccess: (fate, intent) => {
      keepFate(intent, fate);
      if (isPadThere()) return;
      announce(awayWords(fate));
      forgetPlaced();
    },
    onError: (error, intent) => {
      const isInDoubt = isDoubtful(error);
      if (isInDoubt) keepFate(intent, { outcome: "lost", error });
      else {
        keepSent(undefined);
        setRefusal(error);
      }
      if (!isPadThere()) announce(isInDoubt ? "An order may have been placed: look at the book" : error.message);
    },
    // after a failure too: the order may be there all the same
    onSettled: () => {
      isUnderWay.current = false;
      void refreshFigures(client);
    },
  });
  const begin = (order: PlaceOrderParams) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    placing.mutate(intentOf(order, book));
  };

  return {
    form,
    choices,
    instrument,
    key,
    quote,
    margins,
    live,
    confirming,
    sent,
    isPlacing: placing.isPending,
    previewed: found.some(({ severity }) => severity === "error") ? undefined : previewedOf(settled, quote),
    problem: refused ? undefined : refusal,
    remarkOn(field) {
      if (refused?.field === field) return refused;
      const own = remarks.filter((remark) => remark.field === field);
      return own.find(({ severity }) => severity === "error") ?? own[0];
    },
    change(patch) {
      setEntered({ ...form, ...patch });
      setRefusal(undefined);
    },
    choose(row) {
      setKey(row.key);
      setChosen(row);
      if (row.key !== key) setEntered({ ...form, quantity: String(row.lot_size), price: "", trigger_price: "" });
      setRefusal(undefined);
    },
    submit() {
      if (sent || isUnderWay.current) return undefined;
      setAttempted(true);
      setRefusal(undefined);
      const wrong = checkForm(form, instrument, quote, now).find(({ severity }) => severity === "error");
      if (wrong || !instrument) return wrong?.field;
      const order = orderOf(form, instrument);
      if (live) setConfirming(order);
      else begin(order);
      return undefined;
    },
    place: begin,
    closeConfirmation: () => setConfirming(undefined),
    startAgain() {
      keepSent(undefined);
      setAttempted(false);
      const failure = sent?.fate?.outcome === "rejected" ? sent.fate.failure : undefined;
      const refused = failure?.field ? new RequestFailed(undefined, failure) : undefined;
      setRefusal(refused);
      return (refused && remarkOfRefusal(refused)?.field) ?? "instrument";
    },
  };
}

/** What is called out to somebody who looks at another view. */
function awayWords(fate: Fate): string {
  if (fate.outcome === "placed") return `Placed: order ${fate.order_ids.join(", ")}`;
  return fate.outcome === "rejected" ? "An order was not placed" : "An order may have been placed: look at the book";
}

/** The order that is shown in the preview, at the price it will probably get. */
function previewedOf(
  { form, instrument }: { readonly form: PadForm; readonly instrument: InstrumentRow | undefined },
  quote: QuoteAnswer | undefined,
): Pad["previewed"] {
  if (!instrument) return undefined;
  const order = orderOf(form, instrument);
  return { order, expected_price: order.price ?? order.trigger_price ?? quote?.last_price };
}

/** A complaint about an empty field comes when the order is to be sent, not before. */
const isAbout = (form: PadForm, { field }: Remark): boolean => field !== "instrument" && form[field] !== "";

function useQuoteOf(key: string | undefined): QuoteAnswer | undefined {
  const path = `/api/quote?i=${encodeURIComponent(key ?? "")}`;
  return useFigures<QuoteAnswer>(path, { enabled: key !== undefined }).data;
}

/** Fills in a lot, and the last price of what was just chosen, where nothing was entered yet. */
function usePrefill(quote: QuoteAnswer | undefined, setForm: (change: (form: PadForm) => PadForm) => void): void {
  const { key, lot_size } = quote?.instrument ?? {};
  const price = quote?.last_price;
  // not at each price: one that moves on is not filled in again
  useEffect(() => {
    if (key === undefined || price === undefined) return;
    setForm((form) => ({
      ...form,
      quantity: form.quantity || String(lot_size),
      price: form.price || String(price),
    }));
  }, [key]);
}
