// Small conveniences of ordinary pages. Everything they do can also be done without them.
import { read, write } from "./storage";

/** Opens the folded part that the address names, so that a link to a mark or turn shows it. */
export function openTarget(root: Document, hash: string): void {
  const target = hash.length > 1 ? root.getElementById(decodeURIComponent(hash.slice(1))) : null;
  if (target instanceof HTMLDetailsElement) target.open = true;
  target?.closest("details")?.setAttribute("open", "");
  target?.scrollIntoView({ block: "start" });
}

export function startPages(root: Document): void {
  const open = (): void => openTarget(root, location.hash);
  addEventListener("hashchange", open);
  if (location.hash) open();
  keepAnswers(root);
}

/**
 * Warns before a page with unsaved answers is left. Answers of which each is saved alone are kept until they are, so
 * that saving one loses no other. The desk keeps its own texts and has no such form.
 */
function keepAnswers(root: Document): void {
  const changed = new Set<HTMLFormElement>();
  let kept = false;
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-unsaved]")) {
    const texts = [...form.querySelectorAll<HTMLTextAreaElement>("textarea[data-keep]")];
    const change = (): void => {
      changed.add(form);
      for (const state of form.querySelectorAll<HTMLElement>("[data-state]")) state.hidden = state.dataset["state"] !== "changed";
    };
    for (const text of texts) {
      const key = `proba:${form.action}:${text.dataset["keep"] ?? ""}`;
      const was = read(key);
      if (was === null || was.trim() === text.value.trim()) write(key, null);
      else {
        text.value = was;
        change();
      }
      text.addEventListener("input", () => write(key, text.value));
    }
    form.addEventListener("input", change);
    form.addEventListener("submit", () => {
      changed.delete(form);
      kept = texts.length > 0;
    });
  }
  addEventListener("beforeunload", (event) => { if (changed.size > 0 && !kept) event.preventDefault(); });
}
