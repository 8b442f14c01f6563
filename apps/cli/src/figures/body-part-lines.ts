import type { BodyPart } from "@openlymph/rehearsal";

/** Line and dash of the parts of the body: never colour alone. */
export const bodyPartLines: Readonly<Record<BodyPart, { readonly colour: string; readonly dash: string }>> = {
  arm_L: { colour: "#0e6e78", dash: "" },
  arm_R: { colour: "#8c6fa8", dash: "6 4" },
  leg_L: { colour: "#9a5b00", dash: "2 3" },
  leg_R: { colour: "#2d6b3f", dash: "10 3 2 3" },
  headNeck: { colour: "#3e7cb1", dash: "8 3" },
  trunk: { colour: "#5c6970", dash: "4 2 1 2" },
};
