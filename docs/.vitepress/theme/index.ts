/** VitePress's own theme in the colours and the typeface of OpenLymph; fonts lie in the site. */
import "@fontsource-variable/atkinson-hyperlegible-next/wght.css";
import "@fontsource-variable/atkinson-hyperlegible-next/wght-italic.css";
import "temml/dist/Temml-Local.css";
import Theme from "vitepress/theme-without-fonts";
import "./style.css";

export default Theme;
