import { type Alert, type CreateAlertParams, createAlert, modifyAlert } from "@kite/alerts";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, lazy, type ReactNode, Suspense, useId, useRef, useState } from "react";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { refusedField } from "../form/refusal.ts";
import { SubmitButton } from "../form/submit-button.tsx";
import { Choice } from "../gtt/choice.tsx";
import type { QuoteRows } from "../market/quote-rows.ts";
import { Field } from "../positions/field.tsx";
import { useShell } from "../shell/shell-context.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import { checkAlert } from "./alert-check.ts";
import { definitionFrom, emptyAlert, type AlertForm as Form, suggestedName } from "./alert-form-state.ts";
import { basketToKeep } from "./alert-params.ts";
import { ConditionFields } from "./condition-fields.tsx";
import { OrderFields } from "./order-fields.tsx";

const LiveOrderDialog = lazy(() => import("./live-order-dialog.tsx"));

interface AlertFormProps {
  readonly quote: QuoteRows;
  /** The alert to change, and how its form begins; left out for a new one. */
  readonly changing?: Alert;
  readonly start?: Form;
  readonly onChanged?: () => void;
}

/** The rest of an alert. Says beside a field what is wrong with it as soon as it was left, or sent. */
export function AlertForm({ quote, changing, start = emptyAlert, onChanged }: AlertFormProps): ReactNode {
  const { live } = useShell();
  const client = useQueryClient();
  const ids = useId();
  const place = useRef<HTMLFormElement>(null);
  const [form, setForm] = useState(start);
  const [visited, setVisited] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const { instrument, last_price } = quote;
  const kept = changing && basketToKeep(changing);
  // orders that are kept have nothing to check
  const errors = checkAlert(kept ? { ...form, type: "simple" } : form, instrument, last_price);
  const definition = (): CreateAlertParams => {
    const typed = definitionFrom(form, instrument, last_price);
    return typed.type === "ato" && kept ? { ...typed, basket: kept } : typed;
  };

  const creation = useMutation({
    mutationFn: () =>
      changing ? modifyAlert(kite, { uuid: changing.uuid, ...definition() }) : createAlert(kite, definition()),
    onSuccess: ({ name }) => {
      announce(`The alert “${name}” is ${changing ? "changed" : "created"}`);
      if (changing) return onChanged?.();
      setForm(emptyAlert);
      setVisited(new Set());
    },
    // after a failure too: it may have taken effect all the same
    onSettled: () => void refreshFigures(client),
  });
  const refused = refusedField(creation.error);
  const errorOf = (field: string): string | undefined => {
    if (visited.has(field) && errors[field]) return errors[field];
    return refused?.field === field ? refused.message : undefined;
  };
  const isBesideField = refused !== undefined && place.current?.elements.namedItem(refused.field) != null;
  const change = (part: Partial<Form>) => {
    setForm({ ...form, ...part });
    if (!creation.isPending) creation.reset();
  };
  const visit = (field: string) => setVisited((before) => new Set([...before, field]));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (creation.isPending) return;
    const [first] = Object.keys(errors);
    setVisited(new Set(Object.keys(errors)));
    if (first === undefined) return live && form.type === "ato" ? setAsking(true) : creation.mutate();
    const field = place.current?.elements.namedItem(first);
    const control = field instanceof RadioNodeList ? field[0] : field;
    if (control instanceof HTMLElement) control.focus();
  };
  const fields = { form, quote, errorOf, onChange: change, onVisit: visit };
  const [button, busy] = changing ? ["Change the alert", "Changing…"] : ["Create the alert", "Creating…"];

  return (
    <>
      <form
        onSubmit={submit}
        noValidate
        ref={place}
        className="trigger-fields"
        aria-label={changing ? "Change an alert" : "New alert"}
      >
        <ConditionFields {...fields} />
        <Choice
          legend="When it fires"
          chosen={form.type}
          choices={[
            { value: "simple", name: "Notify" },
            { value: "ato", name: "Place an order" },
          ]}
          onChange={(type) => change({ type })}
        />
        {form.type === "ato" && !kept && <OrderFields {...fields} />}
        {form.type === "ato" && kept && (
          <p className="trigger-start">What it orders is more than this form can show, and stays as it is.</p>
        )}
        <Field name="Name" id={`${ids}-name`} hint="may be left empty" error={errorOf("name")}>
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              autoComplete="off"
              placeholder={suggestedName(form, instrument)}
              value={form.name}
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        {creation.error && !isBesideField && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(creation.error).message}</strong> {wordsFor(creation.error).advice}
          </p>
        )}
        <SubmitButton isBusy={creation.isPending}>{creation.isPending ? busy : button}</SubmitButton>
      </form>
      {isAsking && (
        <Suspense>
          <LiveOrderDialog
            definition={definition()}
            onConfirm={() => creation.mutate()}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
