/** A history or plan that is shown, and what was wrong with the last file if it was not read. */
export interface Opened<T> {
  readonly file: string;
  /** Whether it is a person's own file or changed here, not an example. */
  readonly own: boolean;
  readonly value: T | undefined;
  readonly problem: string | undefined;
}
