import { useEffect, useState } from "react";
import { type BodyPlaces, placesName } from "./body-files.ts";

let asked: Promise<BodyPlaces> | undefined;

/** Where everything lies on the drawn body; `undefined` until it is there. */
export function usePlaces(): BodyPlaces | undefined {
  const [places, setPlaces] = useState<BodyPlaces>();
  useEffect(() => {
    let alive = true;
    asked ??= fetch(`/${placesName}`).then((response) => response.json() as Promise<BodyPlaces>);
    asked.then(
      (found) => {
        if (alive) setPlaces(found);
      },
      () => {
        asked = undefined;
      },
    );
    return () => {
      alive = false;
    };
  }, []);
  return places;
}
