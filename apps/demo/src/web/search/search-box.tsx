import { type ChangeEvent, type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { CrossIcon, SearchIcon } from "../icons.tsx";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { FoundRow } from "./found-row.tsx";
import { SearchFoot } from "./search-foot.tsx";
import { useFound } from "./use-found.ts";
import { useOpening } from "./use-opening.ts";

/** The field, what was found, and what the keys do. Arrows and Enter choose; the field keeps the focus. */
export function SearchBox({ close }: { readonly close: () => void }): ReactNode {
  const list = useId();
  const [text, setText] = useState("");
  const [active, setActive] = useState(0);
  /** An instrument for which something to do is chosen, and the line it was on; undefined while something is looked for. */
  const [asked, setAsked] = useState<{ readonly subject: InstrumentRow; readonly from: number }>();
  const subject = asked?.subject;
  const { groups, note, status } = useFound(text, subject);
  const open = useOpening(subject, close);
  const all = groups.flatMap(({ found }) => found);
  const current = all[active];
  const ask = (instrument: InstrumentRow) => {
    setAsked({ subject: instrument, from: active });
    setActive(0);
  };
  const goBack = () => {
    setAsked(undefined);
    setActive(asked?.from ?? 0);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const { key, currentTarget: field } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    const letter = subject && all.find((each) => each.kind === "action" && each.action.letter === key.toLowerCase());
    const isAtEnd = field.selectionStart === text.length && field.selectionEnd === text.length;
    if (step && all.length > 0) setActive((active + step + all.length) % all.length);
    else if (key === "Enter" && current) open(current);
    else if (letter) open(letter);
    else if (!subject && key === "ArrowRight" && isAtEnd && current?.kind === "instrument") ask(current.instrument);
    else if (subject && ["ArrowLeft", "Escape", "Backspace"].includes(key)) goBack();
    else return;
    event.preventDefault();
  };
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setText(event.target.value);
    setAsked(undefined);
    setActive(0);
  };
  return (
    <search className="search-box">
      <div className="search-field">
        <SearchIcon />
        <input
          type="text"
          role="combobox"
          aria-label="Search for an instrument or a view"
          aria-expanded={all.length > 0}
          aria-controls={list}
          aria-autocomplete="list"
          aria-activedescendant={current && `${list}-${active}`}
          placeholder="Share, index, future, option, or view"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={onChange}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="button icon-only" onClick={close} aria-label="Close the search" title="Esc">
          <CrossIcon />
        </button>
      </div>
      <div className="search-found">
        <div role="listbox" id={list} aria-label={subject ? `What to do with ${subject.key}` : "Found"}>
          {groups.map(({ title, found }, index) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
            <div role="group" key={title} aria-labelledby={`${list}-title-${index}`}>
              <p className="search-group" id={`${list}-title-${index}`} role="presentation">
                {title}
              </p>
              {found.map((each) => (
                <FoundRow
                  key={each.id}
                  id={`${list}-${all.indexOf(each)}`}
                  found={each}
                  isActive={each === current}
                  onChoose={() => open(each)}
                  onMore={ask}
                />
              ))}
            </div>
          ))}
        </div>
        {note && <p className={note.isProblem ? "search-note loss" : "search-note"}>{note.words}</p>}
      </div>
      <SearchFoot subject={subject} />
      <p className="visually-hidden" role="status">
        {status}
      </p>
    </search>
  );
}
