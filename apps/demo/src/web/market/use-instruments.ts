import type { Instruments } from "@kite/market-data";
import type { UseQueryResult } from "@tanstack/react-query";
import { type Figures, useFigures } from "../api/use-figures.ts";
import { loadPageInstruments } from "./instruments.ts";

const instrumentsFigures: Figures<Instruments> = { key: ["instruments"], read: loadPageInstruments };

/** The instruments of the exchange. While there are none, a part that needs them says so: a phone may load them for a while. */
export const useInstruments = (): UseQueryResult<Instruments> => useFigures(instrumentsFigures);

/** What a part of the page says while it waits for the instruments. */
export const listLoading = "Loading the list of instruments…";
