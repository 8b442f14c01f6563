import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

/**
 * Files that take longest, the longest first. Without a memory of earlier runs the runner begins with the largest file, and
 * these are small: one core would be left with them at the end while the other has nothing to do.
 */
const longest = [
  ...["published/51-", "published/50-", "published/18-", "published/30-", "published/17-", "virtual-bodies.test"],
  ...["published/26-", "published/19-", "published/06-", "published/24-", "published/34-"],
  ...[
    "effect/effect.test",
    "cli/src/docs.test",
    "study/docs.test",
    "solve/longest-step.test",
    "commands/ensemble.test",
  ],
  ...["commands/rehearse.test", "follow-nodes.test", "study/commands.test", "ensemble/ensemble.test"],
  ...["browser/studio.test", "browser/layout.test", "browser/first-ten-minutes.test", "browser/plan-edit.test"],
  ...[
    "browser/findings.test",
    "browser/learn.test",
    "browser/access.test",
    "browser/closer.test",
    "browser/many-bodies.test",
  ],
];

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const place = longest.findIndex((part) => moduleId.includes(part));
      return place < 0 ? longest.length : place;
    };
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
  }
}

export default defineConfig({
  test: {
    // Every core: the runner itself hardly computes, and its own choice would leave one of two cores idle.
    maxWorkers: "100%",
    sequence: { sequencer: LongestFirst },
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
          isolate: false,
        },
      },
      {
        test: {
          name: "clinic",
          include: ["apps/server/clinic/**/*.test.ts"],
          globalSetup: ["scripts/clinic-setup.ts"],
          testTimeout: 120_000,
        },
      },
      { test: { name: "validation", include: ["validation/**/*.test.ts"], testTimeout: 1_200_000 } },
      {
        test: {
          name: "browser",
          include: ["apps/web/browser/**/*.test.ts"],
          globalSetup: ["scripts/browser-setup.ts"],
          testTimeout: 120_000,
          // What a page comes to is waited for; a busy machine needs longer than the second that is usual.
          expect: { poll: { timeout: 20_000 } },
        },
      },
    ],
  },
});
