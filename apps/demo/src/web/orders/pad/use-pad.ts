import type { UserMargins } from "@kite/auth";
import type { PlaceOrderParams } from "@kite/orders";
import { useCallback, useMemo, useState } from "react";
import { useAccount } from "../../api/use-account.ts";
import { useSettled } from "../../form/use-settled.ts";
import type { InstrumentRow } from "../../market/instrument-row.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import { useShell } from "../../shell/shell-context.ts";
import { checkForm, type Remark, remarkOfRefusal } from "./pad-check.ts";
import { type Choices, choicesOf, emptyForm, fitForm, orderOf, type PadForm } from "./pad-form.ts";
import { usePresence } from "./pad-presence.ts";
import type { PadStart } from "./pad-start.ts";
import { forgetPlaced, type Sent, useSent } from "./sent.ts";
import { usePadAddress } from "./use-pad-address.ts";
import { usePadQuote } from "./use-pad-quote.ts";
import { usePlacing } from "./use-placing.ts";

/** Milliseconds for which the typing has to pause before what was typed is looked at. */
const PAUSE_MS = 350;

/** The order pad without its looks. */
export interface Pad {
  readonly form: PadForm;
  readonly choices: Choices;
  readonly instrument: InstrumentRow | undefined;
  /** What is chosen, as `NSE:INFY`. */
  readonly key: string | undefined;
  readonly quote: QuoteRows | undefined;
  /** Why there is no quote. */
  readonly quoteError: Error | null;
  readonly margins: UserMargins | undefined;
  /** The account is a real one. */
  readonly live: boolean;
  /** Waits for the person to say yes. */
  readonly confirming: PlaceOrderParams | undefined;
  readonly sent: Sent | undefined;
  readonly isPlacing: boolean;
  /** What the preview is about; undefined while there is no complete order. */
  readonly previewed: { readonly order: PlaceOrderParams; readonly price: number | undefined } | undefined;
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
 * @param onAddressed - Called when an address has told what to trade.
 */
export function usePad(onAddressed: () => void): Pad {
  const { live } = useShell();
  const { profile, margins } = useAccount().data ?? {};
  const [key, setKey] = useState<string>();
  const [times, setTimes] = useState(0);
  const [chosen, setChosen] = useState<InstrumentRow>();
  const [entered, setEntered] = useState<PadForm>(emptyForm);
  const [attempted, setAttempted] = useState(false);
  const [refusal, setRefusal] = useState<Error>();
  const [confirming, setConfirming] = useState<PlaceOrderParams>();
  const sent = useSent();

  const { quote, error: quoteError } = usePadQuote(key, times, setEntered);
  const instrument = chosen ?? quote?.instrument;
  const products = profile?.products;
  const choices = useMemo(() => choicesOf(entered, instrument, products), [entered, instrument, products]);
  const form = useMemo(() => fitForm(entered, choices), [entered, choices]);
  const start = useCallback(
    ({ key, form }: PadStart) => {
      forgetPlaced();
      setKey(key);
      setTimes((before) => before + 1);
      setChosen(undefined);
      setEntered((before) => ({ ...before, ...unpriced, ...form }));
      setAttempted(false);
      setRefusal(undefined);
      onAddressed();
    },
    [onAddressed],
  );
  usePadAddress(start);

  const now = live ? new Date() : undefined;
  const settled = useSettled(
    useMemo(() => ({ form, instrument }), [form, instrument]),
    PAUSE_MS,
  );
  const found = checkForm(settled.form, settled.instrument, quote, now);
  const remarks = found.filter((remark) => attempted || isAbout(settled.form, remark));
  const refused = refusal && remarkOfRefusal(refusal);

  usePresence();
  const placing = usePlacing({ user_id: profile?.user_id, live, onRefused: setRefusal });

  return {
    form,
    choices,
    instrument,
    key,
    quote,
    quoteError,
    margins,
    live,
    confirming,
    sent,
    isPlacing: placing.isPlacing,
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
      if (row.key !== key) setEntered({ ...form, ...unpriced, quantity: String(row.lot_size) });
      setRefusal(undefined);
    },
    submit() {
      if (sent || placing.isBusy()) return undefined;
      setAttempted(true);
      setRefusal(undefined);
      const wrong = checkForm(form, instrument, quote, now).find(({ severity }) => severity === "error");
      if (wrong || !instrument) return wrong?.field;
      const order = orderOf(form, instrument);
      if (live) setConfirming(order);
      else placing.begin(order);
      return undefined;
    },
    place: placing.begin,
    closeConfirmation: () => setConfirming(undefined),
    startAgain() {
      if (sent) placing.leave(sent);
      setAttempted(false);
      const fate = sent?.fate;
      const refused = fate?.outcome === "rejected" ? remarkOfRefusal(fate.error) : undefined;
      setRefusal(refused && fate?.outcome === "rejected" ? fate.error : undefined);
      return refused?.field ?? "instrument";
    },
  };
}

/** What belongs to the instrument that was chosen before. */
const unpriced: Partial<PadForm> = { quantity: "", price: "", trigger_price: "" };

/** The order that is shown in the preview, at the price it will probably get. */
function previewedOf(
  { form, instrument }: { readonly form: PadForm; readonly instrument: InstrumentRow | undefined },
  quote: QuoteRows | undefined,
): Pad["previewed"] {
  if (!instrument) return undefined;
  const order = orderOf(form, instrument);
  return { order, price: order.price ?? order.trigger_price ?? quote?.last_price };
}

/** A complaint about an empty field comes when the order is to be sent, not before. */
const isAbout = (form: PadForm, { field }: Remark): boolean => field !== "instrument" && form[field] !== "";
