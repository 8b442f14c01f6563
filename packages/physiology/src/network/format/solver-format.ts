/** `solver:` method, accuracy and length of a run. */
import { z } from "zod";
import { type MethodChoice, methodChoices } from "../../solve/tableau.ts";
import type { SolverSettings } from "../network.ts";
import { definePart } from "./part.ts";
import { above, between, choice, perhaps, usually, whole } from "./setting.ts";

const solver = z.strictObject({
  method: choice(methodChoices as [MethodChoice, ...MethodChoice[]], "auto", "how to step"),
  tolerance: usually(1e-5, "fraction", "error of a step", between(1e-12, 1e-2, "1e-12 to 1e-2"), "1"),
  step: perhaps("chosen by the method", "time", "fixed step", above("> 0 s"), "ms"),
  longestStep: perhaps("a part of the contraction", "time", "longest step", above("> 0 s"), "ms"),
  cycles: whole(5, "cycles to run when nobody says", 1, 100_000),
});

export const solverPart = definePart<typeof solver, SolverSettings>({
  schema: solver,
  build: ({ tolerance, method, step, longestStep, cycles }) => ({ tolerance, method, step, longestStep, cycles }),
  view: (value) => value,
});
