import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { SearchIcon } from "../icons.tsx";

interface ComboboxProps<Item> {
  /** Ties the input to its label, hint and error. */
  readonly attributes: {
    readonly id: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  };
  /** Name of the input in its form. */
  readonly name: string;
  readonly placeholder: string;
  /** What is chosen, as it is shown while nobody types. */
  readonly chosen: string;
  /** What is being typed; undefined while nobody searches. */
  readonly text: string | undefined;
  /** What was found for it. */
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Takes the place of a list without items. */
  readonly note: string;
  readonly onText: (text: string | undefined) => void;
  readonly onChoose: (item: Item) => void;
  /** Draws an item. */
  readonly children: (item: Item) => ReactNode;
}

/** A field of a form that finds something as one types; arrows and Enter choose, Escape goes back to what was chosen. */
export function Combobox<Item>(props: ComboboxProps<Item>): ReactNode {
  const { attributes, name, placeholder, chosen, text, items, keyOf, note, onText, onChoose } = props;
  const [active, setActive] = useState(0);
  const list = useId();
  const isOpen = text !== undefined && text.trim() !== "";
  const shown = isOpen ? items : [];
  const choose = (item: Item | undefined) => {
    if (item === undefined) return;
    onText(undefined);
    onChoose(item);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // the Enter that chooses must not send the form
    if (event.key === "Enter" && text !== undefined) event.preventDefault();
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      setActive((active + step + shown.length) % shown.length);
    } else if (event.key === "Enter") {
      choose(shown[active]);
    } else if (event.key === "Escape") {
      event.preventDefault();
      onText(undefined);
    }
  };
  return (
    <div className="finder">
      <SearchIcon />
      <input
        {...attributes}
        name={name}
        type="text"
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown.length > 0 ? `${list}-${active}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={text ?? chosen}
        onChange={(event) => {
          onText(event.target.value);
          setActive(0);
        }}
        onFocus={(event) => event.target.select()}
        onBlur={() => onText(undefined)}
        onKeyDown={onKeyDown}
      />
      <div className="finder-list" hidden={!isOpen}>
        <div role="listbox" id={list} aria-label={placeholder} hidden={shown.length === 0}>
          {shown.map((item, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, which keeps the focus
            <div
              key={keyOf(item)}
              id={`${list}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              // before the field loses its focus, which would close the list
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(item)}
            >
              {props.children(item)}
            </div>
          ))}
        </div>
        {shown.length === 0 && <p className="finder-note">{note}</p>}
      </div>
      <p className="visually-hidden" role="status">
        {isOpen && `${shown.length} found`}
      </p>
    </div>
  );
}
