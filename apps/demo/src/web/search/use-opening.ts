import { instrumentHeading } from "../market/instrument-heading.ts";
import type { InstrumentRow } from "../market/instrument-row.ts";
import { instrumentAddress } from "../market/use-instrument-key.ts";
import { useInstruments } from "../market/use-instruments.ts";
import { addressOf } from "../shell/views.ts";
import { announce } from "../states/announcer.tsx";
import { addWatched } from "../watchlist/watched.ts";
import type { Found } from "./found.ts";
import { rememberInstrument } from "./recent-instruments.ts";

/** Opens what was chosen, or does it, and closes the search. `subject` is what an action is done with. */
export function useOpening(subject: InstrumentRow | undefined, close: () => void): (found: Found) => void {
  const { data } = useInstruments();
  return (found) => {
    // first, because it puts the focus back to where it was
    close();
    const instrument = found.kind === "instrument" ? found.instrument : subject;
    if (instrument) rememberInstrument(instrument.key);
    if (found.kind === "view") location.assign(addressOf(found.view.name));
    else if (found.kind === "instrument") openAt(instrumentAddress("market", found.instrument.key));
    else if (found.action.address) openAt(found.action.address);
    else if (instrument && data) announce(addWatched(instrument.key, data));
  };
}

/** A view that is opened takes the focus by itself; where it is open already, its instrument does. */
function openAt(address: string): void {
  location.assign(address);
  document.getElementById(instrumentHeading)?.focus();
}
