// Searching articles and cards while typing. Names only are compared here: what an article says is not in the page before
// it is opened. The form's own search, by Enter, also looks into the articles.
import type { Desk } from "./desk";

/** Lower case without accents; letters that look alike to a searcher compare as equal. */
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** Every word of the query begins a word of the text. */
export function found(query: string, text: string): boolean {
  const words = folded(text).split(/[^\p{L}\p{N}]+/u);
  return folded(query).split(/[^\p{L}\p{N}]+/u).filter(Boolean).every((q) => words.some((w) => w.startsWith(q)));
}

export function startSearch(desk: Desk): void {
  const field = desk.root.querySelector<HTMLInputElement>("#kb");
  field?.addEventListener("input", () => {
    let any = false;
    for (const item of desk.root.querySelectorAll<HTMLElement>(".shelf-item")) {
      item.hidden = !found(field.value, item.textContent ?? "");
      any ||= !item.hidden;
    }
    const none = desk.root.querySelector<HTMLElement>("[data-none]");
    if (none) none.hidden = any;
  });
}
