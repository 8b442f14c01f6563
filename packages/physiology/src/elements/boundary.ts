/**
 * Reservoir at the end of a vessel: a pressure that does not change, such as the vein that receives the lymph.
 *
 *   p = p_b
 *
 * | symbol | unit | default | source                                             |
 * | ------ | ---- | ------- | -------------------------------------------------- |
 * | p_b    | Pa   | –       | central veins lie at some +5 mmHg supine; *textbook* |
 */
export interface Outlet {
  /** p_b, Pa. */
  readonly pressure: number;
}
