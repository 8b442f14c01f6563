import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "../style/tokens.css";
import "../style/base.css";
import "../theme/theme.ts";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { keepOffline } from "../offline/register.ts";
import { takeJoinToken } from "./go-to.ts";
import { HomeApp } from "./HomeApp.tsx";

takeJoinToken();
// Home has to open without a network from its first visit on.
keepOffline(0);
const root = document.getElementById("root");
if (root === null) throw new Error("The page has no place for the app.");
createRoot(root).render(
  <StrictMode>
    <HomeApp />
  </StrictMode>,
);
