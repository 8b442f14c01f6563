import type { History } from "@openlymph/therapy";
import { useEffect, useState } from "react";
import { startNodeSizes } from "../run/model.ts";
import { type NodeSizes, swellsNodes } from "../run/node-sizes.ts";

/** The sizes of the nodes of a body, computed once its rehearsal is there; `undefined` until then and where none swells. */
export function useNodeSizes(history: History | undefined, until: number, ready: boolean): NodeSizes | undefined {
  const [found, setFound] = useState<{ readonly history: History; readonly sizes: NodeSizes }>();
  useEffect(() => {
    if (history === undefined || !ready || !swellsNodes(history)) return;
    let wanted = true;
    const running = startNodeSizes(history, until);
    running.result.then(
      (result) => {
        if (wanted && result.ok) setFound({ history, sizes: result.value });
      },
      // A body whose nodes could not be followed is drawn with nodes as in health.
      () => undefined,
    );
    return () => {
      wanted = false;
      running.cancel();
    };
  }, [history, until, ready]);
  return found !== undefined && found.history === history ? found.sizes : undefined;
}
