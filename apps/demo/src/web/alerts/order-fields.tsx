import { type ReactNode, useEffect, useId } from "react";
import { useAccount } from "../api/use-account.ts";
import { Choice } from "../gtt/choice.tsx";
import { isIndex } from "../market/market-words.ts";
import { Field } from "../positions/field.tsx";
import { unitOf } from "../positions/units.ts";
import { type OrderForm, orderedField, orderField } from "./alert-form-state.ts";
import type { FormPartProps } from "./condition-fields.tsx";
import { InstrumentField } from "./instrument-field.tsx";

/** The order that an alert places when it fires. */
export function OrderFields({ form, quote, errorOf, onChange, onVisit }: FormPartProps): ReactNode {
  const id = useId();
  const { order, ordered = quote.instrument } = form;
  const account = useAccount();
  const products = productsFor(ordered.exchange, account.data?.profile.products);
  const [usual = ""] = products;
  const isPossible = products.includes(order.product);
  const change = (part: Partial<OrderForm>) => onChange({ order: { ...order, ...part } });
  useEffect(() => {
    if (!isPossible && usual !== "") onChange({ order: { ...order, product: usual } });
  });
  const input = (field: "quantity" | "price", name: string, hint: string) => (
    <Field name={name} id={`${id}-${field}`} hint={hint} error={errorOf(orderField(field))}>
      {(attributes) => (
        <input
          {...attributes}
          name={orderField(field)}
          inputMode={field === "quantity" ? "numeric" : "decimal"}
          autoComplete="off"
          value={order[field]}
          onChange={(event) => change({ [field]: event.target.value })}
          onBlur={() => order[field] !== "" && onVisit(orderField(field))}
        />
      )}
    </Field>
  );
  return (
    <fieldset className="leg order-leg">
      <legend className="visually-hidden">The order</legend>
      <InstrumentField
        label="Order in"
        name={orderedField}
        chosen={isIndex(ordered) ? undefined : ordered}
        error={errorOf(orderedField)}
        accepts={(one) => !isIndex(one)}
        onChoose={(one) => onChange({ ordered: one.key === quote.instrument.key ? undefined : one })}
      />
      <Choice
        legend="Side"
        chosen={order.transaction_type}
        choices={[
          { value: "BUY", name: "Buy" },
          { value: "SELL", name: "Sell" },
        ]}
        onChange={(transaction_type) => change({ transaction_type })}
      />
      <Choice
        legend="Type"
        chosen={order.order_type}
        choices={[
          {
            value: "MARKET",
            name: "Market",
            hint: "With the exchange's own protection against a price that runs away",
          },
          { value: "LIMIT", name: "Limit" },
        ]}
        onChange={(order_type) => change({ order_type })}
      />
      <div className="leg-pair">
        {input(
          "quantity",
          "Quantity",
          ordered.lot_size > 1 ? `lots of ${ordered.lot_size}` : unitOf(ordered.exchange, 2),
        )}
        <Field name="Product" id={`${id}-product`} error={errorOf(orderField("product"))}>
          {(attributes) => (
            <select
              {...attributes}
              name={orderField("product")}
              value={order.product}
              onChange={(event) => change({ product: event.target.value })}
            >
              {products.map((product) => (
                <option key={product}>{product}</option>
              ))}
            </select>
          )}
        </Field>
      </div>
      {order.order_type === "LIMIT" && input("price", "Limit price", `step ${ordered.tick_size}`)}
    </fieldset>
  );
}

/** Products of an order on an exchange, of those the account has. */
function productsFor(exchange: string, products: readonly string[] | undefined): string[] {
  const possible = exchange === "NSE" || exchange === "BSE" ? ["CNC", "MIS", "MTF"] : ["NRML", "MIS"];
  return possible.filter((name) => products?.includes(name) ?? true);
}
