import type { ReactNode } from "react";
import type { WeatherAnswer } from "../../../shared/demo-api.ts";
import { mishapWords } from "./mishap-words.ts";

/** Says that the weather is bad, what that means, and what it has done last. */
export function WeatherNote({ weather: { count, latest } }: { readonly weather: WeatherAnswer }): ReactNode {
  return (
    <div className="weather">
      <p>
        <strong>Bad weather.</strong> The simulated exchange takes orders and loses its answers; the book shows them
        some seconds later. Place one, and watch it survive.
      </p>
      <p className="weather-latest">
        {latest
          ? `${count === 1 ? "Once" : `${count} times`} so far. ${mishapWords(latest)}`
          : "Nothing has gone wrong yet."}
      </p>
    </div>
  );
}
