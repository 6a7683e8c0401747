import { convertPosition } from "@kite/portfolio";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { formatQuantity } from "../../shared/rupees.ts";
import { kite } from "../api/kite.ts";
import { refreshFigures } from "../api/queries.ts";
import { refusedField } from "../form/refusal.ts";
import { useDialog } from "../form/use-dialog.ts";
import { announce } from "../states/announcer.tsx";
import { wordsFor } from "../states/problem.tsx";
import { type ConversionField, checkForm, initialForm, productsFor, requestOf } from "./conversion.ts";
import { Field } from "./field.tsx";
import { PartChoice } from "./part-choice.tsx";
import type { PositionRow } from "./position-row.ts";
import { unitOf } from "./units.ts";

interface ConvertDialogProps {
  readonly row: PositionRow;
  /** Products the account may use. */
  readonly products: readonly string[];
  /** The account is a real one. */
  readonly live: boolean;
  /** Called once it is closed, with what had the focus when it was opened. */
  readonly onClose: (opener: Element | null) => void;
}

/** Moves a position, or a part of it, to another product. The browser keeps the focus inside, and closes on Escape. */
export default function ConvertDialog({ row, products, live, onClose }: ConvertDialogProps): ReactNode {
  const choices = productsFor(row, products);
  const [form, setForm] = useState(() => initialForm(row, choices));
  const [errors, setErrors] = useState<Partial<Record<ConversionField, string>>>({});
  const dialog = useDialog();
  const client = useQueryClient();
  const title = useId();
  const unit = unitOf(row.exchange, row.open[form.position_type]);

  const conversion = useMutation({
    // no signal here: a view that is closed must not leave a conversion in doubt
    mutationFn: () => convertPosition(kite, requestOf(row, form)),
    onSuccess: () => {
      announce(`Converted ${form.quantity} of ${row.tradingsymbol} from ${row.product} to ${form.new_product}`);
      dialog.close();
    },
    onError: (error) => setErrors(fieldErrors(error)),
    // after a failure too: it may have taken effect all the same
    onSettled: () => void refreshFigures(client),
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (conversion.isPending) return;
    const found = checkForm(row, form);
    setErrors(found);
    if (Object.keys(found).length === 0) return conversion.mutate();
    conversion.reset();
    dialog.focusField(Object.keys(found)[0]);
  };

  return (
    <dialog className="dialog" ref={dialog.ref} aria-labelledby={title} onClose={() => onClose(dialog.opener.current)}>
      <form onSubmit={submit} noValidate>
        <h2 id={title}>Convert {row.tradingsymbol}</h2>
        <p className="dialog-what">
          {row.quantity > 0 ? "Long" : "Short"} {formatQuantity(Math.abs(row.quantity))}{" "}
          {unitOf(row.exchange, row.quantity)} on {row.exchange}, held as <strong>{row.product}</strong>.
        </p>
        {live && <p className="dialog-live">This is your real account. Margins change at once.</p>}
        <PartChoice row={row} chosen={form.position_type} onChange={(part) => setForm({ ...form, ...part })} />
        <Field name="New product" id="new_product" error={errors.new_product}>
          {(attributes) => (
            <select
              {...attributes}
              value={form.new_product}
              onChange={(event) => setForm({ ...form, new_product: event.target.value })}
            >
              {choices.map((product) => (
                <option key={product}>{product}</option>
              ))}
            </select>
          )}
        </Field>
        <Field
          name="Quantity"
          id="quantity"
          hint={`of ${formatQuantity(row.open[form.position_type])} ${unit}`}
          error={errors.quantity ?? errors.position_type}
        >
          {(attributes) => (
            <input
              {...attributes}
              inputMode="numeric"
              autoComplete="off"
              value={form.quantity}
              onChange={(event) => setForm({ ...form, quantity: event.target.value })}
            />
          )}
        </Field>
        {conversion.error && !errors.quantity && !errors.new_product && (
          <p className="dialog-problem" role="alert">
            <strong>{wordsFor(conversion.error).message}</strong> {wordsFor(conversion.error).advice}
          </p>
        )}
        <div className="dialog-actions">
          <button type="button" className="button" onClick={dialog.close}>
            Cancel
          </button>
          <button type="submit" className="button primary" aria-disabled={conversion.isPending}>
            {conversion.isPending ? "Converting…" : "Convert"}
          </button>
        </div>
      </form>
    </dialog>
  );
}

/** Puts what was refused beside the field it is about. */
function fieldErrors(error: Error): Partial<Record<ConversionField, string>> {
  const { field, message } = refusedField(error) ?? {};
  // the exchange speaks of `product` where it means the new one
  const name = field === "product" ? "new_product" : field;
  return name === "quantity" || name === "new_product" || name === "position_type" ? { [name]: message } : {};
}
