import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { WeatherAnswer } from "../../../shared/demo-api.ts";
import { changeWeather } from "../../api/demo-server.ts";
import { figuresKey } from "../../api/queries.ts";
import { announce } from "../../states/announcer.tsx";
import { weatherFigures } from "./use-weather.ts";

/** Makes the simulated exchange misbehave, so that one can see what becomes of an order then. */
export function WeatherSwitch({ weather }: { readonly weather: WeatherAnswer }): ReactNode {
  const client = useQueryClient();
  const key = [...figuresKey, ...weatherFigures.key];
  const turning = useMutation({
    mutationFn: async (bad: boolean) => {
      // an answer that is on its way tells how it was before
      await client.cancelQueries({ queryKey: key });
      return changeWeather(bad);
    },
    onSuccess: (answer) => {
      client.setQueryData(key, answer);
      announce(answer.bad ? "Bad weather: answers to orders will be lost" : "The weather is fine again");
    },
    onError: (error) => announce(error.message),
  });
  return (
    <label className="switch" title="Has the simulated exchange take orders and lose its answers">
      <input
        type="checkbox"
        checked={turning.isPending ? turning.variables : weather.bad}
        onChange={(event) => turning.mutate(event.target.checked)}
      />
      Bad weather
    </label>
  );
}
