import manifest from "../package.json" with { type: "json" };

/** Version of the program; written into everything that is saved. */
export const programVersion: string = manifest.version;
