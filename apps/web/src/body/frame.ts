/**
 * The part of the figure that is shown: a little less wide than its own view box, with room for a swollen hand.
 * x and y of the corner, width and height in units of 1/1000 body height.
 */
export const frame = [-250, -12, 500, 1022] as const;

/** The same as an SVG attribute. */
export const frameBox: string = frame.join(" ");
