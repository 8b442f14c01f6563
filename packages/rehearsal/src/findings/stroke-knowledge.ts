import { z } from "zod";
import knowledgeJson from "../../data/stroke-knowledge.json" with { type: "json" };

const topicSchema = z.strictObject({
  topic: z.enum(["order", "direction", "pressure"]),
  computed: z.string().min(1),
  taught: z.string().min(1),
  measured: z.string().min(1),
  source: z.string().min(1),
});

export const strokeKnowledgeSchema = z.strictObject({
  about: z.string().min(1),
  reviewStatus: z.enum(["draft", "reviewed", "approved"]),
  topics: z.array(topicSchema).length(3),
});

/** What is computed, taught and measured about one property of strokes. */
export type StrokeKnowledge = Readonly<z.infer<typeof topicSchema>>;

/** Order, direction and pressure; review status `draft`. */
export const strokeKnowledge = knowledgeJson.topics as readonly StrokeKnowledge[];
