import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { useAccount } from "../api/use-account.ts";
import { refusedField } from "../form/refusal.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import type { QuoteRows } from "../market/quote-rows.ts";
import { Field } from "../positions/field.tsx";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import { Choice } from "./choice.tsx";
import { LegFields } from "./leg-fields.tsx";
import { placeTrigger } from "./place-trigger.ts";
import { checkTrigger } from "./trigger-check.ts";
import { emptyForm, type TriggerForm as Form, formOf, legsOf, productsFor, requestOf } from "./trigger-form-state.ts";
import type { TriggerRow } from "./trigger-row.ts";

const LiveDialog = lazy(() => import("./live-dialog.tsx"));

interface TriggerFormProps {
  /** Undefined while it is on its way. */
  readonly quote: QuoteRows | undefined;
  /** The trigger to change; left out for a new one. */
  readonly changing?: TriggerRow;
  readonly onChanged?: () => void;
}

/** The rest of a trigger. Says beside a field what is wrong with it as soon as it was left, or sent. */
export function TriggerForm({ quote, changing, onChanged }: TriggerFormProps): ReactNode {
  const { live } = useShell();
  const account = useAccount();
  const client = useQueryClient();
  const ids = useId();
  const place = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<Form>(changing ? () => formOf(changing) : emptyForm);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  // the quote that a live trigger was measured against when the person was asked
  const [asking, setAsking] = useState<QuoteRows>();

  const products = quote ? productsFor(quote.instrument.exchange, account.data?.profile.products) : [];
  const form = { ...typed, product: products.includes(typed.product) ? typed.product : (products[0] ?? "") };
  const errors = quote ? checkTrigger(form, quote) : {};

  const placement = useMutation({
    mutationFn: (sent: QuoteRows) =>
      placeTrigger(kite, requestOf(form, sent.instrument, sent.last_price), changing?.id),
    onSuccess: (trigger_id, { instrument }) => {
      announce(`GTT ${trigger_id} on ${instrument.tradingsymbol} is ${changing ? "changed" : "placed"}`);
      if (changing) return onChanged?.();
      setTyped({ ...emptyForm, type: form.type, transaction_type: form.transaction_type });
      setVisited(new Set());
    },
    // after a failure too: it may have taken effect all the same
    onSettled: () => void refreshFigures(client),
  });
  const refused = refusedField(placement.error);
  const errorOf = (field: string): string | undefined => {
    if (visited.has(field) && errors[field]) return errors[field];
    return refused?.field === field ? refused.message : undefined;
  };
  const isBesideField = refused !== undefined && place.current?.elements.namedItem(refused.field) != null;

  const change = (part: Partial<Form>) => {
    setTyped({ ...form, ...part });
    if (!placement.isPending) placement.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!quote || placement.isPending) return;
    const [first] = Object.keys(errors);
    setVisited(new Set(Object.keys(errors)));
    if (first === undefined) return live ? setAsking(quote) : placement.mutate(quote);
    const field = place.current?.elements.namedItem(first);
    const control = field instanceof RadioNodeList ? field[0] : field;
    if (control instanceof HTMLElement) control.focus();
  };

  const title = changing ? `Change trigger ${changing.id}` : "New trigger";
  return (
    <>
      <form onSubmit={submit} noValidate ref={place} className="trigger-fields" aria-label={title}>
        {live && <p className="dialog-live">This is your real account. The order is placed when the trigger fires.</p>}
        {!changing && (
          <Choice
            legend="Kind"
            chosen={form.type}
            choices={[
              { value: "single", name: "Single" },
              {
                value: "two-leg",
                name: "OCO (two legs)",
                hint: "One below the price and one above; the first to fire ends the other",
              },
            ]}
            onChange={(type) => change({ type })}
          />
        )}
        <Choice
          legend="Order"
          name="transaction_type"
          chosen={form.transaction_type}
          choices={[
            { value: "BUY", name: "Buy" },
            { value: "SELL", name: "Sell" },
          ]}
          error={errors.transaction_type ?? errorOf("transaction_type")}
          onChange={(transaction_type) => change({ transaction_type })}
        />
        <Field name="Product" id={`${ids}-product`} error={errorOf("product")}>
          {(attributes) => (
            <select
              {...attributes}
              name="product"
              value={form.product}
              onChange={(event) => change({ product: event.target.value })}
            >
              {products.map((product) => (
                <option key={product}>{product}</option>
              ))}
            </select>
          )}
        </Field>
        {legsOf(form).map((leg) => (
          <LegFields
            key={leg}
            leg={leg}
            values={form[leg]}
            transaction_type={form.transaction_type}
            quote={quote}
            errorOf={errorOf}
            onChange={(values) => change({ [leg]: values })}
            onVisit={(field) => setVisited((before) => new Set([...before, field]))}
          />
        ))}
        {placement.error && !isBesideField && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(placement.error).message}</strong> {wordsFor(placement.error).advice}
          </p>
        )}
        <SubmitButton isBusy={!quote || placement.isPending}>
          {placement.isPending ? "Sending…" : changing ? "Change the trigger" : "Place the trigger"}
        </SubmitButton>
      </form>
      {asking && (
        <Suspense>
          <LiveDialog
            request={requestOf(form, asking.instrument, asking.last_price)}
            onConfirm={() => placement.mutate(asking)}
            onClose={() => setAsking(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
