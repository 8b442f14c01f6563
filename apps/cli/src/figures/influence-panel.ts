/** What matters most, as bars. */
import * as Plot from "@observablehq/plot";
import { type Influence, priors } from "@openlymph/rehearsal";
import { percent } from "../output/numbers.ts";
import { influential } from "../present/ensemble.ts";
import { palette } from "./palette.ts";
import { drawPanel, type Panel } from "./panel.ts";

const row = 30;
const most = 6;
const labels = new Map<string, string>(priors.map(({ id, label }) => [id, label]));

/** Bars of the shares, the largest on top; undefined where none stands out. */
export function influencePanel(influence: Influence, of: string, width: number): Panel | undefined {
  const shown = influential(influence).slice(0, most);
  if (shown.length === 0) return undefined;
  const bars = shown.map(({ parameter, share, sign }) => ({
    name: labels.get(parameter) ?? parameter,
    share: 100 * share,
    words: `${percent(share, 0)} %, ${sign > 0 ? "rises" : "falls"} with it`,
  }));
  return drawPanel(
    { width, height: 84 + row * bars.length },
    {
      marginLeft: 400,
      marginRight: 150,
      marginTop: 62,
      marginBottom: 14,
      x: { axis: null, domain: [0, Math.max(...bars.map(({ share }) => share))] },
      y: { label: null, domain: bars.map(({ name }) => name), tickSize: 0 },
      marks: [
        Plot.barX(bars, {
          x: "share",
          y: "name",
          fill: palette.accent,
          fillOpacity: 0.75,
          insetTop: 6,
          insetBottom: 6,
        }),
        Plot.text(bars, { x: "share", y: "name", text: "words", textAnchor: "start", dx: 8, fill: palette.muted }),
        Plot.text([`What matters most for ${of} (share of the variance of its rank)`], {
          frameAnchor: "top-left",
          dx: -398,
          dy: -50,
          fontWeight: 600,
        }),
      ],
    },
  );
}
