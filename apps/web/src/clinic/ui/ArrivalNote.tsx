import { RefreshCw } from "lucide-react";
import type { Arrivals } from "../use-arrivals.ts";
import { words } from "../words/words.ts";
import { Act } from "./Act.tsx";
import { Note } from "./Card.tsx";

/** Says that something new has arrived, and shows it when it is wanted. */
export function ArrivalNote({ arrivals, onShow }: { readonly arrivals: Arrivals; readonly onShow: () => void }) {
  return (
    <div role="status">
      {arrivals.waiting ? (
        <Note>
          <p>{words.arrived.said}</p>
          <Act
            onPress={() => {
              arrivals.seen();
              onShow();
            }}
          >
            <RefreshCw aria-hidden="true" size={18} />
            {words.arrived.show}
          </Act>
        </Note>
      ) : null}
    </div>
  );
}
