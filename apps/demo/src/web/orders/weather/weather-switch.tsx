import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import type { WeatherAnswer, WeatherRequest } from "../../../shared/weather-api.ts";
import { figuresKey } from "../../api/queries.ts";
import { send } from "../../api/request.ts";
import { announce } from "../../states/announcer.tsx";
import { weatherPath } from "./use-weather.ts";

/** Makes the simulated exchange misbehave, so that one can see what becomes of an order then. */
export function WeatherSwitch({ weather }: { readonly weather: WeatherAnswer }): ReactNode {
  const client = useQueryClient();
  const key = [...figuresKey, weatherPath];
  const turning = useMutation({
    mutationFn: async (bad: boolean) => {
      // an answer that is on its way tells how it was before
      await client.cancelQueries({ queryKey: key });
      return send<WeatherAnswer>(weatherPath, { bad } satisfies WeatherRequest);
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
