/** The documentation site. Built by `npm run docs`; everything it shows comes with it. */
import { defineConfig } from "vitepress";
import { darkCode, lightCode } from "./code-theme.ts";
import { repositoryLinks } from "./links.ts";
import { maths } from "./maths.ts";
import { apiSidebar, guideSidebar } from "./sidebar.ts";
import { slug } from "./slug.ts";
import { subscripts } from "./subscripts.ts";

export default defineConfig({
  title: "OpenLymph",
  description: "A working model of the human lymphatic system: how to use it, the mathematics, and what it is worth.",
  lang: "en",
  cleanUrls: false,
  cacheDir: ".vitepress/.cache",
  vite: { build: { chunkSizeWarningLimit: 2000 } },
  head: [["link", { rel: "icon", href: "/icon.svg", type: "image/svg+xml" }]],
  markdown: {
    anchor: { slugify: slug },
    attrs: { disable: true },
    theme: { light: lightCode, dark: darkCode },
    config(md) {
      maths(md);
      repositoryLinks(md);
      subscripts(md);
    },
  },
  themeConfig: {
    logo: "/icon.svg",
    nav: [
      { text: "Theory", link: "/theory/", activeMatch: "^/theory/" },
      { text: "Validation", link: "/validation" },
      { text: "API", link: "/api/", activeMatch: "^/api/" },
    ],
    sidebar: { "/api/": apiSidebar(), "/": guideSidebar },
    outline: { level: [2, 3], label: "On this page" },
    search: { provider: "local", options: { detailedView: false } },
    docFooter: { prev: "Before", next: "Next" },
    sidebarMenuLabel: "Contents",
    returnToTopLabel: "Top",
    darkModeSwitchLabel: "Light or dark",
    footer: { message: "Not medical advice. Program Apache 2.0, data CC BY 4.0." },
  },
});
