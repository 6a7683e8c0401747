import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { SearchIcon } from "../icons.tsx";
import type { InstrumentRow } from "./instrument-row.ts";
import { SuggestionRow } from "./suggestion-row.tsx";
import { noteFor } from "./suggestion-words.ts";
import { useSuggestions } from "./use-suggestions.ts";

interface InstrumentSearchProps {
  readonly label: string;
  readonly onChoose: (instrument: InstrumentRow) => void;
  /** Leaves out what cannot be chosen here. */
  readonly accepts?: (instrument: InstrumentRow) => boolean;
}

/** A search field with suggestions beneath. Arrows and Enter choose, Escape closes. */
export function InstrumentSearch({ label, onChoose, accepts = () => true }: InstrumentSearchProps): ReactNode {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const suggestions = useSuggestions(text);
  const list = useId();
  const typed = text.trim();
  const shown = isOpen && typed !== "";
  const results = shown ? suggestions.results.filter(accepts) : [];

  const choose = (instrument: InstrumentRow | undefined) => {
    if (!instrument) return;
    setText("");
    setOpen(false);
    onChoose(instrument);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && results.length > 0) {
      event.preventDefault();
      setActive((active + step + results.length) % results.length);
    } else if (event.key === "Enter" && shown) {
      event.preventDefault();
      choose(results[active]);
    } else if (event.key === "Escape") {
      if (shown) event.preventDefault();
      setText(isOpen ? text : "");
      setOpen(false);
    }
  };

  return (
    <search className="finder">
      <SearchIcon />
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={results[active] && `${list}-${active}`}
        placeholder="Share, index, future or option"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setActive(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <div className="finder-list" hidden={!shown}>
        <div role="listbox" id={list} aria-label="Instruments" hidden={results.length === 0}>
          {results.map((instrument, index) => (
            <SuggestionRow
              key={instrument.key}
              id={`${list}-${index}`}
              instrument={instrument}
              isActive={index === active}
              onChoose={() => choose(instrument)}
            />
          ))}
        </div>
        {shown && results.length === 0 && (
          <p className={suggestions.error ? "finder-note loss" : "finder-note"}>{noteFor(typed, suggestions)}</p>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {results.length > 0 && `${results.length} ${results.length === 1 ? "instrument" : "instruments"} found`}
      </p>
    </search>
  );
}
