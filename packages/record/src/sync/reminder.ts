import { z } from "zod";

/**
 * A daily reminder by push, asked for by the phone and sent by the server. The words are the phone's own, so that the server
 * needs no language; what is sent is encrypted for the phone, and the push service in between cannot read it.
 */
export const reminderSchema = z.strictObject({
  /** `19:30`, by the clocks of `zone`. */
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "a time such as 19:30"),
  /** `Europe/Berlin`. */
  zone: z.string().min(1).max(60),
  /** As the browser's `PushSubscription` tells them. */
  endpoint: z.url().max(1000),
  keys: z.strictObject({
    p256dh: z.string().regex(/^[\w-]{80,100}$/, "a public key of 65 bytes in base64url"),
    auth: z.string().regex(/^[\w-]{20,30}$/, "a secret of 16 bytes in base64url"),
  }),
  title: z.string().trim().min(1).max(80),
  text: z.string().trim().min(1).max(200),
});
export type PushReminder = z.output<typeof reminderSchema>;

/** What a server says about reminders: whether it sends any, the key that a phone subscribes with, the one that holds. */
export const reminderOfferSchema = z.discriminatedUnion("offered", [
  z.strictObject({ offered: z.literal(false) }),
  z.strictObject({ offered: z.literal(true), key: z.string(), time: z.string().optional() }),
]);
export type ReminderOffer = z.output<typeof reminderOfferSchema>;

/** What a push message says to the phone's service worker. */
export const ringSchema = z.strictObject({ title: z.string(), text: z.string() });
