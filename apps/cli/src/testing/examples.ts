/** Example files as they are named on the command line. */
export const armHistory = "examples/histories/arm-after-axillary-clearance.yaml";
export const openArm = "examples/histories/arm-after-axillary-dissection.yaml";
export const mildArm = "examples/histories/arm-mild-swelling.yaml";
export const infection = "examples/histories/arm-infection.yaml";
export const healthy = "examples/histories/healthy.yaml";
export const armPlan = "examples/plans/draft-arm.yaml";
export const breastPlan = "examples/plans/sharecare-breast.yaml";
export const excerpt = "examples/plans/lnni-arm.yaml";
export const bertram = "examples/networks/bertram-2011.yaml";
export const chemotherapy = "examples/screenings/arm-during-chemotherapy.yaml";
export const breathless = "examples/screenings/daily-breathless.yaml";
export const clinic = "examples/clinics/example-clinic.yaml";
export const clinicArm = "examples/measurements/arm-clinic.yaml";
/** Evenings with and without a session, and records of people who agreed to be pooled. */
export const evenings = "examples/measurements/arm-evenings.yaml";
export const sharedRecords = ["a", "b", "c", "d", "e", "f"].map((name) => `examples/measurements/shared/${name}.json`);
