import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** Builds to `dist/`. Nothing is inlined as a script and nothing comes from elsewhere, so a strict policy holds. */
export default defineConfig(({ command }) => {
  // Whoever asks for the build, a test run for instance: what is built is what people get.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [react()],
    build: {
      target: "es2023",
      cssTarget: ["chrome123", "firefox121", "safari17.5"],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        treeshake: {
          // The project's own packages and their schemas do nothing when they are loaded: what is not used need not be
          // there.
          moduleSideEffects: [{ test: /[\\/]packages[\\/]/, sideEffects: false }],
          manualPureFunctions: ["z"],
        },
      },
      chunkSizeWarningLimit: 500,
    },
    worker: { format: "es" },
    server: {
      headers: { "cross-origin-opener-policy": "same-origin", "cross-origin-embedder-policy": "require-corp" },
    },
  };
});
