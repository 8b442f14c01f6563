import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Every core: the runner itself hardly computes, and its own choice would leave one of two cores idle.
    maxWorkers: "100%",
    projects: [
      {
        test: {
          name: "unit",
          include: [
            "packages/*/src/**/*.test.ts",
            "apps/cli/src/**/*.test.ts",
            "apps/server/src/**/*.test.ts",
            "apps/web/src/**/*.test.ts",
            "scripts/**/*.test.ts",
          ],
          testTimeout: 180_000,
        },
      },
      { test: { name: "validation", include: ["validation/**/*.test.ts"], testTimeout: 1_200_000 } },
      {
        test: {
          name: "browser",
          include: ["apps/web/browser/**/*.test.ts"],
          globalSetup: ["scripts/browser-setup.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
