import { type ModifyOrderParams, modifyOrder } from "@kite/orders";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { formatAmount, formatQuantity } from "../../../shared/rupees.ts";
import { kite } from "../../api/kite.ts";
import { refreshFigures } from "../../api/queries.ts";
import { useFigures } from "../../api/use-figures.ts";
import { refusedField } from "../../form/refusal.ts";
import { useDialog } from "../../form/use-dialog.ts";
import { quoteFigures } from "../../market/quote-figures.ts";
import type { QuoteRows } from "../../market/quote-rows.ts";
import { Field } from "../../positions/field.tsx";
import { unitOf } from "../../positions/units.ts";
import { useShell } from "../../shell/shell-context.ts";
import { announce } from "../../states/announcer.tsx";
import { DialogProblem } from "./dialog-problem.tsx";
import { checkModification, fieldsOf, initialForm, type ModificationField, requestOf } from "./modification.ts";
import type { OrderRow } from "./order-row.ts";

interface ModifyDialogProps {
  readonly order: OrderRow;
  /** Called once it is closed, with what had the focus when it was opened. */
  readonly onClose: (opener: Element | null) => void;
}

/** Changes an order that waits. Only what was changed is sent. */
export function ModifyDialog({ order, onClose }: ModifyDialogProps): ReactNode {
  const { live } = useShell();
  const client = useQueryClient();
  const dialog = useDialog();
  const title = useId();
  const [form, setForm] = useState(() => initialForm(order));
  const [errors, setErrors] = useState<Partial<Record<ModificationField | "form", string>>>({});
  const { exchange, tradingsymbol, transaction_type, filled_quantity, quantity } = order;
  const quote = useFigures(quoteFigures(`${exchange}:${tradingsymbol}`)).data;

  const modifying = useMutation({
    mutationFn: (request: ModifyOrderParams) => modifyOrder(kite, request),
    onSuccess: () => {
      announce(`Asked to change the order for ${tradingsymbol}`);
      dialog.close();
    },
    onError: (error) => {
      const refused = refusedField(error);
      if (refused && refused.field in form) setErrors({ [refused.field]: refused.message });
    },
    // after a failure too: it may have been changed all the same
    onSettled: () => void refreshFigures(client),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (modifying.isPending) return;
    modifying.reset();
    const found = checkModification(order, form, quote);
    const [wrong] = Object.keys(found);
    const request = wrong ? undefined : requestOf(order, form);
    setErrors(wrong || request ? found : { form: "Nothing is changed yet." });
    if (request) modifying.mutate(request);
    else dialog.focusField(wrong && `change-${wrong}`);
  };

  const isNamed = Object.keys(errors).length > 0;
  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(dialog.opener.current)}>
      <form onSubmit={submit} noValidate>
        <h2 id={title}>
          Change {transaction_type === "BUY" ? "buy" : "sell"} {tradingsymbol}
        </h2>
        <p className="dialog-what">
          {formatQuantity(quantity)} {unitOf(exchange, quantity)} on {exchange}, {formatQuantity(filled_quantity)}{" "}
          filled.
          {quote && <> Last price {formatAmount(quote.last_price)}.</>}
        </p>
        {live && <p className="dialog-live">This is your real account.</p>}
        {fieldsOf(order, form.order_type).map((field) => (
          <Field
            key={field}
            name={names[field]}
            id={`change-${field}`}
            error={errors[field]}
            {...hintFor(field, order, quote)}
          >
            {(attributes) =>
              field === "order_type" ? (
                <select
                  {...attributes}
                  value={form.order_type}
                  onChange={(event) => setForm({ ...form, order_type: event.target.value })}
                >
                  {["LIMIT", "MARKET", "SL", "SL-M"].map((type) => (
                    <option key={type}>{type}</option>
                  ))}
                </select>
              ) : (
                <input
                  {...attributes}
                  inputMode="decimal"
                  autoComplete="off"
                  placeholder={field === "market_protection" ? "automatic" : undefined}
                  value={form[field]}
                  onChange={(event) => setForm({ ...form, [field]: event.target.value })}
                />
              )
            }
          </Field>
        ))}
        {errors.form && (
          <p className="field-error" role="alert">
            {errors.form}
          </p>
        )}
        {!isNamed && <DialogProblem error={modifying.error} />}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Leave it
          </button>
          <button type="submit" className="button primary" aria-disabled={modifying.isPending}>
            {modifying.isPending ? "Changing…" : "Change the order"}
          </button>
        </div>
      </form>
    </dialog>
  );
}

const names: Readonly<Record<ModificationField, string>> = {
  order_type: "Type",
  quantity: "Quantity",
  price: "Price",
  trigger_price: "Trigger",
  market_protection: "Protection",
};

function hintFor(field: ModificationField, order: OrderRow, quote: QuoteRows | undefined): { readonly hint?: string } {
  const { tick_size = 0 } = quote?.instrument ?? {};
  // Kite does not document whether the new quantity counts what is filled
  if (field === "quantity") return { hint: order.filled_quantity > 0 ? "in all; check the book after" : "in all" };
  if (field === "market_protection") return { hint: "%" };
  return field !== "order_type" && tick_size > 0 ? { hint: `tick ${formatAmount(tick_size)}` } : {};
}
