// The entry: each page family brings its own module, started only where its root element stands.
import { startDesk } from "./desk/desk";
import { startPages } from "./pages";

const desk = document.querySelector<HTMLElement>("[data-desk]");
document.documentElement.classList.add("with-script");
if (desk) startDesk(desk);
startPages(document);
