export { downloading } from "./download-instruments.ts";
export { InstrumentKeeper } from "./instrument-keeper.ts";
export { readInstruments } from "./read-instruments.ts";
