/** `solutes:` what the lymph carries: protein, a tracer, bacteria. */
import { z } from "zod";
import { usualBacteria } from "../../elements/bacteria.ts";
import type { Solute } from "../network.ts";
import { definePart, mapValues, type Refuse } from "./part.ts";
import {
  type Amount,
  amountField,
  atLeast,
  between,
  byName,
  type Counted,
  described,
  isCounted,
  nameOf,
  noAmount,
  usually,
  yesOrNo,
} from "./setting.ts";

const share = between(0, 1, "0 to 100 %");
const closable = between(0, 0.95, "0 to 95 %");
const concentration = (help: string) => amountField("concentration", help, { unit: "g/L" });

const solute = z.strictObject({
  inlets: byName(concentration("concentration at an inlet; 0 at those left out")).default({}),
  initial: described(concentration("").default(noAmount), {
    kind: "amount",
    help: "concentration everywhere at the start",
    unit: "g/L, cfu/mL",
    range: ">= 0 g/L",
    usual: "0",
  }),
  outlets: byName(concentration("concentration of what comes back from an outlet")).default({}),
  tissues: byName(concentration("concentration in a tissue at the start")).default({}),
  injections: z
    .array(
      z.strictObject({
        at: nameOf("a tissue, or a lymphangion such as collector.1"),
        amount: amountField("amount", "how much", { unit: "mg" }),
        time: usually(0, "time", "when", atLeast(">= 0 s"), "s"),
      }),
    )
    .default([]),
  excluded: usually(0, "fraction", "share of the fluid of tissue at rest that is closed to it", closable, "%"),
  protein: yesOrNo(false, "plasma protein: blood gives it to tissue, and it draws water"),
  absorbed: usually(0, "fraction", "share that leaves with water absorbed in nodes", share, "%"),
  nodes: byName(
    z.strictObject({
      capture: usually(usualBacteria.capture, "fraction", "share of what passes that the node holds back", share, "%"),
      growth: usually(usualBacteria.growth, "frequency", "rate at which what is held grows", atLeast(">= 0 /h"), "/h"),
      kill: usually(usualBacteria.kill, "frequency", "rate at which it is killed", atLeast(">= 0 /h"), "/h"),
    }),
  ).default({}),
  detection: described(amountField("concentration", "", { unit: "g/L", positive: true }).optional(), {
    kind: "amount",
    help: "concentration that counts as arrived",
    unit: "g/L, cfu/mL",
    range: "> 0 g/L",
    usual: "nothing arrives",
  }),
});

type Content = z.output<typeof solute>;

function amountsOf(content: Content): readonly (readonly [path: readonly PropertyKey[], amount: Amount])[] {
  return [
    ...Object.entries(content.inlets).map(([id, amount]) => [["inlets", id], amount] as const),
    ...Object.entries(content.outlets).map(([id, amount]) => [["outlets", id], amount] as const),
    [["initial"], content.initial] as const,
    ...Object.entries(content.tissues).map(([id, amount]) => [["tissues", id], amount] as const),
    ...content.injections.map(({ amount }, i) => [["injections", i, "amount"], amount] as const),
    ...(content.detection === undefined ? [] : [[["detection"], content.detection] as const]),
  ];
}

/** Weighed or counted, the same throughout. */
function countedOf(content: Content, refuse: Refuse): boolean {
  const said = amountsOf(content).filter(([, { counted }]) => counted !== undefined);
  const counted = said[0]?.[1].counted === true;
  const odd = said.find(([, amount]) => amount.counted !== counted);
  if (odd !== undefined) {
    refuse(odd[0], {
      code: "quantity/unit",
      expected: counted ? "cfu or cfu/mL, as before it" : "a mass or a concentration such as g/L, as before it",
      hint: "A solute is weighed or counted, not both.",
    });
  }
  if (counted && content.protein) {
    refuse(["protein"], { code: "field/invalid", expected: "amounts that are weighed: protein is not counted" });
  }
  return counted;
}

export const solutePart = definePart<typeof solute, Solute>({
  schema: solute,
  build(content, refuse) {
    const counted = countedOf(content, refuse);
    const plain: Solute = {
      inlets: mapValues(content.inlets, ({ value }) => value),
      outlets: mapValues(content.outlets, ({ value }) => value),
      initial: content.initial.value,
      tissues: mapValues(content.tissues, ({ value }) => value),
      injections: content.injections.map(({ at, amount, time }) => ({ at, amount: amount.value, time })),
      ...(content.excluded === 0 ? {} : { excluded: content.excluded }),
      protein: content.protein,
      absorbed: content.absorbed,
      nodes: content.nodes,
      detection: content.detection?.value ?? Number.POSITIVE_INFINITY,
    };
    return counted ? ({ ...plain, counted } satisfies Solute & Counted) : plain;
  },
  view(value) {
    const counted = isCounted(value);
    const amount = (si: number): Amount => ({ value: si, counted: si === 0 ? undefined : counted });
    return {
      inlets: mapValues(value.inlets, amount),
      outlets: mapValues(value.outlets ?? {}, amount),
      initial: amount(value.initial),
      tissues: mapValues(value.tissues, amount),
      injections: value.injections.map(({ at, amount: much, time }) => ({ at, amount: amount(much), time })),
      excluded: value.excluded ?? 0,
      protein: value.protein,
      absorbed: value.absorbed,
      nodes: { ...value.nodes },
      detection: Number.isFinite(value.detection) ? amount(value.detection) : undefined,
    };
  },
});
