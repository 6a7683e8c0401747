import type { WeatherAnswer } from "../../../shared/demo-api.ts";
import { readWeather } from "../../api/demo-server.ts";
import { type Figures, useFigures } from "../../api/use-figures.ts";
import { useShell } from "../../shell/shell-context.ts";

export const weatherFigures: Figures<WeatherAnswer> = { key: ["weather"], read: readWeather };

/** How the weather is on the simulated exchange; undefined on every other, and while it is not known. */
export function useWeather(): WeatherAnswer | undefined {
  const isSimulated = useShell().environment === "simulator";
  return useFigures(weatherFigures, { enabled: isSimulated }).data;
}
