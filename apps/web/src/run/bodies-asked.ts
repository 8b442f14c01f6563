/** How many virtual bodies are asked on the page; the command line asks as many as one likes. */
export const bodiesAsked = { count: 40, seed: 1 } as const;
