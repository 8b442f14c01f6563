/** A noun in the number that a count asks for. */
export const one = (singular: string, plural: string) => (count: number) => (count === 1 ? singular : plural);
