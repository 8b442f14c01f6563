/**
 * Screens that Home does not open with: each is fetched when somebody goes there, with the library's words, the anatomy and
 * whatever else only it needs. The service worker keeps them all, so that they are there without a network too.
 */
import { lazy } from "react";

export const After = lazy(async () => ({ default: (await import("./After.tsx")).After }));
export const Card = lazy(async () => ({ default: (await import("./Card.tsx")).Card }));
export const Check = lazy(async () => ({ default: (await import("./Check.tsx")).Check }));
export const ChoosePlan = lazy(async () => ({ default: (await import("./ChoosePlan.tsx")).ChoosePlan }));
export const Join = lazy(async () => ({ default: (await import("./Join.tsx")).Join }));
export const Me = lazy(async () => ({ default: (await import("./Me.tsx")).Me }));
export const Measure = lazy(async () => ({ default: (await import("./Measure.tsx")).Measure }));
export const PlanScreen = lazy(async () => ({ default: (await import("./PlanScreen.tsx")).PlanScreen }));
export const PlayerScreen = lazy(async () => ({ default: (await import("./PlayerScreen.tsx")).PlayerScreen }));
export const Report = lazy(async () => ({ default: (await import("./Report.tsx")).Report }));
export const Stopped = lazy(async () => ({ default: (await import("../check/Stopped.tsx")).Stopped }));
export const Unwell = lazy(async () => ({ default: (await import("./Unwell.tsx")).Unwell }));
/** What is said of a clinic on other screens: only to who has joined one. */
const notes = () => import("../clinic/ClinicNotes.tsx");
export const ClinicLine = lazy(async () => ({ default: (await notes()).ClinicLine }));
export const PlanFrom = lazy(async () => ({ default: (await notes()).PlanFrom }));
export const Withdrawn = lazy(async () => ({ default: (await notes()).Withdrawn }));
export const ClearedNote = lazy(async () => ({ default: (await notes()).ClearedNote }));
