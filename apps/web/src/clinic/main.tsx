import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../style/tokens.css";
import "../style/base.css";
import "../theme/theme.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ClinicApp } from "./ClinicApp.tsx";

// Nothing of this page is kept for a time without a network: what a clinic knows of people stays on its server.
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no place for the app.");
createRoot(root).render(
  <StrictMode>
    <ClinicApp />
  </StrictMode>,
);
