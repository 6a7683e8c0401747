import { type ReactNode, useId, useState } from "react";
import { Combobox } from "../form/combobox.tsx";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { dateText, kindOf } from "../market/market-words.ts";
import { useSuggestions } from "../market/use-suggestions.ts";
import { Field } from "../positions/field.tsx";
import { wordsFor } from "../states/problem.tsx";
import { InstrumentName } from "../table/instrument-name.tsx";

interface InstrumentFieldProps {
  readonly label: string;
  /** The field's name in a refusal. */
  readonly name: string;
  readonly hint?: string;
  readonly chosen: Pick<InstrumentRow, "key"> | undefined;
  readonly error: string | undefined;
  /** Leaves out what cannot be chosen here. */
  readonly accepts: (instrument: InstrumentRow) => boolean;
  readonly onChoose: (instrument: InstrumentRow) => void;
}

/** A field for an instrument, found as one types. */
export function InstrumentField(props: InstrumentFieldProps): ReactNode {
  const { label, name, hint, chosen, error, accepts, onChoose } = props;
  const id = useId();
  const [text, setText] = useState<string>();
  const typed = text?.trim() ?? "";
  const { results, isLoading, error: failure } = useSuggestions(typed);
  return (
    <Field name={label} id={id} error={error} {...(hint && { hint })}>
      {(attributes) => (
        <Combobox
          attributes={attributes}
          name={name}
          placeholder="Share, index, future or option"
          chosen={chosen?.key ?? ""}
          text={text}
          items={results.filter(accepts)}
          keyOf={(instrument) => instrument.key}
          note={
            failure ? wordsFor(failure).message : isLoading ? "Loading the instruments…" : `Nothing matches “${typed}”`
          }
          onText={setText}
          onChoose={onChoose}
        >
          {(instrument) => (
            <>
              <span className="finder-what">
                <InstrumentName symbol={instrument.tradingsymbol} />
                {instrument.name !== instrument.tradingsymbol && <span className="finder-name">{instrument.name}</span>}
              </span>
              <span className="finder-facts">
                {instrument.expiry && <span>{dateText(instrument.expiry)}</span>}
                <span className="badge">{kindOf(instrument)}</span>
                <span>{instrument.exchange}</span>
              </span>
            </>
          )}
        </Combobox>
      )}
    </Field>
  );
}
