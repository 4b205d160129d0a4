// Small conveniences of ordinary pages. Everything they do can also be done without them.

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

/** Warns before a page with unsaved answers is left; the desk keeps its own texts and has no such form. */
function keepAnswers(root: Document): void {
  for (const form of root.querySelectorAll<HTMLFormElement>("form[data-unsaved]")) {
    let changed = false;
    form.addEventListener("input", () => { changed = true; });
    form.addEventListener("submit", () => { changed = false; });
    addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  }
}
