export { fileInstrumentStore } from "./store/file-instrument-store.ts";
