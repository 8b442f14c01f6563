import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { homePlugin } from "./home.config.ts";
import { offlinePlugin } from "./offline.config.ts";
import { posterPlugin } from "./posters.config.ts";

/** Builds to `dist/`. Nothing is inlined as a script and nothing comes from elsewhere, so a strict policy holds. */
export default defineConfig(({ command }) => {
  // Whoever asks for the build, a test run for instance: what is built is what people get.
  if (command === "build") process.env["NODE_ENV"] = "production";
  return {
    plugins: [react(), posterPlugin(), homePlugin(), offlinePlugin()],
    build: {
      target: "es2023",
      cssTarget: ["chrome123", "firefox121", "safari17.5"],
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: {
          index: "index.html",
          home: "home/index.html",
          clinic: "clinic/index.html",
          "service-worker": "src/offline/service-worker.ts",
        },
        output: {
          // A browser asks for the worker that keeps the app by its name, in a place above all it keeps.
          entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
        },
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
