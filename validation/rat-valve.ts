/**
 * The valve of the 2014 to 2016 models of rat vessels, as far as its constants could be found: hysteretic, with thresholds
 * that grow with distension.
 *
 * | symbol      | value             | source                                                                             |
 * | ----------- | ----------------- | ---------------------------------------------------------------------------------- |
 * | R_n, R_x    | 6e10, 1.2e14 Pa·s/m³ | Bertram et al. 2014, *textbook, uncertain*                                        |
 * | w           | 0.5 Pa            | 1/s_o of the same                                                                  |
 * | closing     | −0.1 to −2.2 cmH₂O | Davis et al. 2011                                                                 |
 * | opening     | 10 to 60 Pa       | sixfold apart (Davis et al. 2011); the 10 Pa are those of the human valve, *assumed* |
 * | p_full      | 10 cmH₂O          | *assumed*                                                                          |
 */
import { cmH2O } from "@openlymph/base";
import type { HystereticValve } from "@openlymph/physiology";

export const ratValve: HystereticValve = {
  law: "hysteretic",
  open: 6e10,
  closed: 1.2e14,
  opening: { relaxed: 10, distended: 60 },
  closing: { relaxed: -0.1 * cmH2O, distended: -2.2 * cmH2O },
  fullDistension: 10 * cmH2O,
  width: 0.5,
  lag: 0.01,
};
