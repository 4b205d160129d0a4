// What was written and not sent survives a reload or a crash of the tab: it is kept in this browser, for this session
// only, and forgotten once it is sent.
import { read, write } from "../storage";
import type { Desk } from "./desk";

export interface Drafts {
  /** Forgets what a form has sent and empties a reply field that still holds just that. */
  done(form: HTMLFormElement, sent: URLSearchParams): void;
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
    const states = field.form?.closest("details")?.querySelectorAll<HTMLElement>("[data-form-state], [data-filled]") ?? [];
    for (const state of states) state.textContent = desk.text("draft");
  });
  return {
    done(form, sent) {
      for (const field of form.querySelectorAll<Field>("[data-keep]")) {
        if (field.name === "text" && field.value.trim() === sent.get("text")?.trim()) field.value = "";
        if (field.name !== "text" || field.value === "") write(name(field), null);
      }
    },
  };
}
