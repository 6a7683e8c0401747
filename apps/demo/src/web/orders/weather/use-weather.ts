import type { WeatherAnswer } from "../../../shared/weather-api.ts";
import { useFigures } from "../../api/use-figures.ts";
import { useShell } from "../../shell/shell-context.ts";

export const weatherPath = "/api/weather";

/** How the weather is on the simulated exchange; undefined on every other, and while it is not known. */
export function useWeather(): WeatherAnswer | undefined {
  const isSimulated = useShell().environment === "simulator";
  return useFigures<WeatherAnswer>(weatherPath, { enabled: isSimulated }).data;
}
