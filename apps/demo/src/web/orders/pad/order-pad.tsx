import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import type { OrderRow } from "../book/order-row.ts";
import { useWeather } from "../weather/use-weather.ts";
import { WeatherNote } from "../weather/weather-note.tsx";
import { WeatherSwitch } from "../weather/weather-switch.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import { InstrumentPicker } from "./instrument-picker.tsx";
import { Outcome } from "./outcome.tsx";
import { PadField } from "./pad-field.tsx";
import { PadNumbers } from "./pad-numbers.tsx";
import { PadProblem } from "./pad-problem.tsx";
import { PadSelect } from "./pad-select.tsx";
import { Preview } from "./preview.tsx";
import { QuoteLine } from "./quote-line.tsx";
import { Segments } from "./segments.tsx";
import { usePad } from "./use-pad.ts";
import { usePreview } from "./use-preview.ts";

interface OrderPadProps {
  /** The order book, where an order that was sent can be found again. */
  readonly book: readonly OrderRow[] | undefined;
}

/** Where an order is written: checked as it is typed, priced before it is sent, sent once. */
export function OrderPad({ book }: OrderPadProps): ReactNode {
  const pad = usePad(goToQuantity);
  const { form, choices, instrument, live } = pad;
  const preview = usePreview(pad.previewed?.order, pad.previewed?.price);
  const weather = useWeather();
  const heading = useId();
  const buys = form.transaction_type === "BUY";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const field = pad.submit();
    if (field) document.getElementById(`order-${field}`)?.focus();
  };
  return (
    <section
      className={`panel pad ${buys ? "buys" : "sells"}${weather?.bad ? " bad-weather" : ""}`}
      aria-labelledby={heading}
    >
      <div className="panel-head">
        <h2 id={heading}>New order</h2>
        {live && <span className="live-mark">LIVE</span>}
        {weather && <WeatherSwitch weather={weather} />}
      </div>
      {weather?.bad && <WeatherNote weather={weather} />}
      <form onSubmit={submit} onKeyDown={refuseHeldEnter} noValidate>
        <fieldset disabled={pad.sent !== undefined} className="pad-fields">
          <Segments
            legend="Side"
            name="transaction_type"
            chosen={form.transaction_type}
            choices={sides}
            onChange={(transaction_type) => pad.change({ transaction_type })}
          />
          <InstrumentPicker
            id="order-instrument"
            chosen={pad.key}
            error={pad.remarkOn("instrument")?.message}
            onChoose={pad.choose}
          />
          <QuoteLine chosen={pad.key !== undefined} quote={pad.quote} error={pad.quoteError} />
          <Segments
            legend="Type"
            name="order_type"
            chosen={form.order_type}
            choices={orderTypes.filter(({ value }) => choices.orderTypes.includes(value))}
            onChange={(order_type) => pad.change({ order_type })}
            remark={pad.remarkOn("order_type")}
          />
          <div className="pad-row">
            <PadNumbers pad={pad} instrument={instrument} />
            <PadSelect pad={pad} field="product" name="Product" choices={products(choices.products)} />
            <PadSelect pad={pad} field="variety" name="Variety" choices={varieties} />
            <PadSelect
              pad={pad}
              field="validity"
              name="Validity"
              choices={validities.filter(({ value }) => choices.validities.includes(value))}
            />
            <PadField
              id="order-tag"
              name="Tag"
              hint="optional"
              remark={pad.remarkOn("tag")}
              onSuggestion={(tag) => pad.change({ tag })}
            >
              {(attributes) => (
                <input
                  {...attributes}
                  autoComplete="off"
                  spellCheck={false}
                  value={form.tag}
                  onChange={(event) => pad.change({ tag: event.target.value })}
                />
              )}
            </PadField>
          </div>
        </fieldset>
        <Preview
          preview={preview.data}
          error={pad.previewed ? preview.error : null}
          old={preview.isFetching}
          margins={pad.margins}
          exchange={instrument?.exchange}
        />
        {pad.problem && <PadProblem error={pad.problem} />}
        {pad.sent ? (
          <Outcome sent={pad.sent} book={book} onDone={() => goTo(pad.startAgain())} />
        ) : (
          <button type="submit" className="button primary pad-submit" aria-disabled={pad.isPlacing}>
            {pad.isPlacing ? "Sending…" : `${buys ? "Buy" : "Sell"} ${instrument?.tradingsymbol ?? ""}`}
          </button>
        )}
      </form>
      {pad.confirming && (
        <ConfirmDialog
          order={pad.confirming}
          onConfirm={() => pad.confirming && pad.place(pad.confirming)}
          onClose={pad.closeConfirmation}
        />
      )}
    </section>
  );
}

/** The field can take the focus only once the form is open again. */
const goTo = (field: string): void => {
  setTimeout(() => document.getElementById(`order-${field}`)?.focus());
};

const goToQuantity = (): void => goTo("quantity");

/** A key that is held down repeats itself, and each Enter would send the form. */
function refuseHeldEnter(event: KeyboardEvent): void {
  if (event.key === "Enter" && event.repeat) event.preventDefault();
}

const sides = [
  { value: "BUY", name: "Buy" },
  { value: "SELL", name: "Sell" },
] as const;

const orderTypes = [
  { value: "MARKET", name: "Market" },
  { value: "LIMIT", name: "Limit" },
  { value: "SL", name: "SL" },
  { value: "SL-M", name: "SL-M" },
] as const;

const varieties = [
  { value: "regular", name: "Regular" },
  { value: "amo", name: "AMO" },
  { value: "iceberg", name: "Iceberg" },
] as const;

const validities = [
  { value: "DAY", name: "Day" },
  { value: "IOC", name: "IOC immediate" },
  { value: "TTL", name: "TTL minutes" },
] as const;

const productNames: Readonly<Record<string, string>> = {
  CNC: "CNC delivery",
  MIS: "MIS intraday",
  MTF: "MTF funded",
  NRML: "NRML carried",
};

const products = (all: readonly string[]) => all.map((value) => ({ value, name: productNames[value] ?? value }));
