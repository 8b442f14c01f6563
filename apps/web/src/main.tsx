import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "./style/tokens.css";
import "./style/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App.tsx";
// Both start their workers at once, beside the fetching of what shows their work.
import "./body/figure-worker.ts";
import "./run/model.ts";
import { keepOffline } from "./offline/register.ts";

keepOffline();
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no place for the app.");
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
