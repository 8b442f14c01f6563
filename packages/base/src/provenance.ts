/** How a value is known. The four words of the knowledge base; nothing is shown without one of them. */
export const provenanceTags = ["source", "textbook", "computed", "assumed"] as const;
export type ProvenanceTag = (typeof provenanceTags)[number];

/** Whether a named professional has approved a record. Everything ships as `draft`. */
export const reviewStatuses = ["draft", "reviewed", "approved"] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

export interface Provenance {
  readonly tag: ProvenanceTag;
  /** Keys or a citation in words. */
  readonly source: string;
}
