import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { SearchIcon } from "../../icons.tsx";
import type { InstrumentRow } from "../../market/instrument-row.ts";
import { isIndex } from "../../market/market-words.ts";
import { useSuggestions } from "../../market/use-suggestions.ts";
import { wordsFor } from "../../states/problem.tsx";

interface InstrumentPickerProps {
  readonly id: string;
  /** What is chosen, as `NSE:INFY`. */
  readonly chosen: string | undefined;
  readonly error: string | undefined;
  readonly onChoose: (instrument: InstrumentRow) => void;
}

/** A field that finds instruments as one types; arrow keys and Enter choose, Escape goes back to what was chosen. */
export function InstrumentPicker({ id, chosen, error, onChoose }: InstrumentPickerProps): ReactNode {
  /** What is being typed; undefined while nobody searches. */
  const [text, setText] = useState<string>();
  const [active, setActive] = useState(0);
  const list = useId();
  const typed = text?.trim() ?? "";
  const suggestions = useSuggestions(typed);
  const isOpen = typed !== "";
  const results = suggestions.results.filter((instrument) => !isIndex(instrument));
  const choose = (instrument: InstrumentRow | undefined) => {
    if (!instrument) return;
    setText(undefined);
    onChoose(instrument);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // the Enter that chooses, pressed twice, must not send an order
    if (event.key === "Enter") event.preventDefault();
    if (!isOpen) return;
    const last = results.length - 1;
    const moves: Record<string, () => void> = {
      ArrowDown: () => setActive(active >= last ? 0 : active + 1),
      ArrowUp: () => setActive(active <= 0 ? last : active - 1),
      Enter: () => choose(results[active]),
      Escape: () => setText(undefined),
    };
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    move();
  };
  const described = error && `${id}-error`;
  return (
    <div className="field picker">
      <label htmlFor={id}>Instrument</label>
      <span className="search">
        <SearchIcon />
        <input
          id={id}
          role="combobox"
          aria-expanded={isOpen}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={results.length > 0 ? `${list}-${active}` : undefined}
          aria-invalid={error !== undefined}
          aria-describedby={described}
          autoComplete="off"
          spellCheck={false}
          placeholder="Symbol or name"
          value={text ?? chosen ?? ""}
          onChange={(event) => {
            setText(event.target.value);
            setActive(0);
          }}
          onFocus={(event) => event.target.select()}
          onBlur={() => setText(undefined)}
          onKeyDown={onKeyDown}
        />
      </span>
      <div className="picker-list" id={list} role="listbox" aria-label="Instruments" hidden={!isOpen}>
        {results.map((instrument, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
          <div
            key={instrument.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            // before the field loses its focus, which would close the list
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => choose(instrument)}
          >
            <span className="symbol">{instrument.tradingsymbol}</span>
            <span className="exchange">{instrument.exchange}</span>
            <span className="picker-name">{instrument.name}</span>
          </div>
        ))}
        {results.length === 0 && (
          <p className="picker-none">
            {suggestions.error
              ? wordsFor(suggestions.error).message
              : suggestions.isLoading
                ? "The list of instruments is on its way…"
                : "Nothing found"}
          </p>
        )}
      </div>
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
