export * from "../elements/oncotic.ts";
export * from "./condition.ts";
export * from "./integrate.ts";
export * from "./invert.ts";
export * from "./parameters.ts";
export { healthyPlasma, type Plasma } from "./plasma.ts";
export * from "./pump-law.ts";
export * from "./spec.ts";
export * from "./state.ts";
