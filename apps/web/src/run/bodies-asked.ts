/** How many virtual bodies are asked on the page; the command line asks as many as one likes. */
export const bodiesAsked = 40;
