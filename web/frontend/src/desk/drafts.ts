// What was written and not sent survives a reload or a crash of the tab: it is kept in this browser, for this session
// only, and forgotten once it is sent.
import { read, write } from "../storage";
import type { Desk } from "./desk";

export interface Drafts {
  /** Forgets what a form has sent and empties a reply field that still holds just that. */
  done(form: HTMLFormElement, sent: URLSearchParams): void;
  /** Leads to a form whose changes were not saved, once: who finishes again wants to leave them out. False when none waits. */
  holdBack(): boolean;
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function keepDrafts(desk: Desk): Drafts {
  const name = (field: Field): string => `proba:${desk.session}:${field.dataset["keep"] ?? ""}`;
  for (const field of desk.root.querySelectorAll<Field>("[data-keep]")) {
    const kept = read(name(field));
    if (kept !== null && (field.value === "" || field.form?.dataset["form"] !== undefined)) field.value = kept;
  }
  desk.root.addEventListener("input", (event) => {
    const field = event.target as Field;
    if (!field.dataset["keep"]) return;
    write(name(field), field.value);
    for (const state of statesOf(field.form)) {
      state.dataset["drawn"] ??= state.textContent ?? "";
      state.textContent = desk.text("draft");
    }
  });
  let told = false;
  // A form on its way to the server is as good as saved: commands go in order.
  const changed = (): HTMLFormElement | undefined =>
    [...desk.root.querySelectorAll<HTMLFormElement>("form[data-form]:not([aria-busy])")].find((form) =>
      [...form.querySelectorAll<Field>("[data-keep]")].some((field) => read(name(field)) !== null));
  return {
    holdBack() {
      const form = told ? undefined : changed();
      if (!form) return false;
      told = true;
      form.closest("details")?.setAttribute("open", "");
      const state = form.querySelector<HTMLElement>("[data-form-state]");
      if (state) state.textContent = desk.text("unsaved");
      const save = form.querySelector<HTMLElement>("button[type=submit]");
      save?.scrollIntoView({ block: "nearest" });
      save?.focus();
      return true;
    },
    done(form, sent) {
      // The server draws a state anew only when it differs from what it drew last: a form saved twice says the same twice.
      for (const state of statesOf(form)) state.textContent = state.dataset["drawn"] ?? state.textContent;
      for (const field of form.querySelectorAll<Field>("[data-keep]")) {
        if (field.name === "text" && field.value.trim() === sent.get("text")?.trim()) field.value = "";
        if (field.name !== "text" || field.value === "") write(name(field), null);
      }
    },
  };
}

/** What a form and its heading say of whether it is saved. */
function statesOf(form: HTMLFormElement | null): Iterable<HTMLElement> {
  return form?.closest("details")?.querySelectorAll<HTMLElement>("[data-form-state], [data-filled]") ?? [];
}
