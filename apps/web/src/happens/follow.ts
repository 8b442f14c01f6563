import { day } from "@openlymph/base";

/** How long a body is followed after a session began, s. */
export const followed = { day: day, week: 7 * day, month: 28 * day } as const;
export type FollowName = keyof typeof followed;
export const followNames = Object.keys(followed) as readonly FollowName[];
