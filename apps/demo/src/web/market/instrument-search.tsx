import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { InstrumentRow } from "../../shared/market-api.ts";
import { SearchIcon } from "../icons.tsx";
import { wordsFor } from "../states/problem.tsx";
import { SuggestionRow } from "./suggestion-row.tsx";
import { useSuggestions } from "./use-suggestions.ts";

interface InstrumentSearchProps {
  readonly label: string;
  readonly onChoose: (instrument: InstrumentRow) => void;
  /** Leaves out what cannot be chosen here. */
  readonly accepts?: (instrument: InstrumentRow) => boolean;
}

/** A search field with suggestions beneath. `/` puts the focus into it, arrows and Enter choose, Escape closes. */
export function InstrumentSearch({ label, onChoose, accepts = () => true }: InstrumentSearchProps): ReactNode {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { data, error, isPlaceholderData } = useSuggestions(text);
  const input = useSlashKey();
  const list = useId();
  const typed = text.trim();
  const shown = isOpen && typed !== "";
  const results = shown && data ? data.results.filter(accepts) : [];
  const isSettled = data?.query === typed && !isPlaceholderData;

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
      // what is on the list may still belong to what was typed before
      if (isSettled) choose(results[active]);
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
        ref={input}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={results.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={results[active] && `${list}-${active}`}
        aria-keyshortcuts="/"
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
      <span className="finder-key" aria-hidden="true">
        /
      </span>
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
          <p className={error ? "finder-note loss" : "finder-note"}>{noteFor(typed, error, isSettled)}</p>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {shown && isSettled && `${results.length} ${results.length === 1 ? "instrument" : "instruments"} found`}
      </p>
    </search>
  );
}

function noteFor(typed: string, error: Error | null, isSettled: boolean): string {
  if (error) return `${wordsFor(error).message} ${wordsFor(error).advice}`;
  if (!isSettled) return "Searching…";
  return `Nothing matches “${typed}”. Try a symbol like INFY, or “nifty 24800 ce”.`;
}

/** The field that gets the focus when somebody presses `/` anywhere else than in a field. */
function useSlashKey() {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const focus = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea, dialog")) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", focus);
    return () => removeEventListener("keydown", focus);
  }, []);
  return input;
}
