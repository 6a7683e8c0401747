import type { MFInstrument } from "@kite/mf";
import { type ReactNode, useId, useMemo, useState } from "react";
import { Combobox } from "../form/combobox.tsx";
import { Field } from "../positions/field.tsx";
import { wordsFor } from "../states/problem.tsx";
import { fundMatches } from "./fund-matches.ts";
import { navText } from "./fund-words.ts";

/** Most results; the list beneath the field shows no more. */
const RESULTS = 12;

interface FundFieldProps {
  /** All there are; undefined until they have been loaded. */
  readonly funds: readonly MFInstrument[] | undefined;
  /** Why there are none. */
  readonly error: Error | null;
  /** Name of the one that is chosen. */
  readonly chosen: string | undefined;
  /** Called when somebody begins to type: the list is needed. */
  readonly onSearch: () => void;
  readonly onChoose: (fund: MFInstrument) => void;
}

/** A field for a fund, found in the page as one types. */
export function FundField({ funds, error, chosen, onSearch, onChoose }: FundFieldProps): ReactNode {
  const id = useId();
  const [text, setText] = useState<string>();
  const typed = text?.trim() ?? "";
  const found = useMemo(() => (funds ? fundMatches(funds, typed, RESULTS) : []), [funds, typed]);
  return (
    <Field name="Fund" id={id} {...(funds && { hint: `${funds.length} funds` })} error={undefined}>
      {(attributes) => (
        <Combobox
          attributes={attributes}
          name="fund"
          placeholder="Name, fund house or ISIN"
          chosen={chosen ?? ""}
          text={text}
          items={found}
          keyOf={({ tradingsymbol }) => tradingsymbol}
          note={
            error && !funds
              ? wordsFor(error).message
              : funds
                ? `Nothing matches “${typed}”`
                : "Loading the list of funds…"
          }
          onText={(next) => {
            if (next !== undefined) onSearch();
            setText(next);
          }}
          onChoose={onChoose}
        >
          {(fund) => (
            <>
              <span className="finder-what">
                <span className="fund-name">{fund.name}</span>
                {!fund.purchase_allowed && <span className="badge">Closed</span>}
              </span>
              <span className="finder-facts">
                <span className="badge">{fund.scheme_type}</span>
                <span>{fund.plan}</span>
                <span>{navText(fund.last_price)}</span>
              </span>
            </>
          )}
        </Combobox>
      )}
    </Field>
  );
}
