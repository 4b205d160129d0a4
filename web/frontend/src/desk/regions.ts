// Regions are the parts of the desk that the server draws anew. Only what differs is replaced; focus and half-filled
// fields inside stay.
import type { Change, Turn } from "./stream";

export class Regions {
  constructor(private readonly root: HTMLElement, private readonly heard: (turn: HTMLElement) => void) {}

  apply(change: Change): void {
    const box = this.root.querySelector<HTMLElement>(".talk-box");
    // The box is reversed, so 0 is its end: who has scrolled up stays there.
    const atEnd = !box || Math.abs(box.scrollTop) < 48;
    const compose = this.root.querySelector<HTMLElement>("#compose");
    const answered = compose?.hidden === true && change.phase === "talking";
    if (compose) compose.hidden = change.phase !== "talking";
    for (const turn of change.turns) this.add(turn);
    for (const [id, html] of Object.entries(change.regions)) this.replace(id, html);
    if (answered) document.getElementById("say")?.focus();
    if (box && atEnd) box.scrollTop = 0;
  }

  private add(turn: Turn): void {
    const list = this.root.querySelector("#turns");
    if (!list || list.querySelector(`[data-n="${turn.n}"]`)) return;
    const element = parse(turn.html);
    if (!element) return;
    const after = [...list.querySelectorAll<HTMLElement>("[data-n]")].find((other) => Number(other.dataset["n"]) > turn.n);
    list.insertBefore(element, after ?? list.querySelector("#typing"));
    this.heard(element);
  }

  private replace(id: string, html: string): void {
    const old = document.getElementById(id);
    const fresh = parse(html);
    if (!old || !fresh || !this.root.contains(old) || same(old, fresh)) return;
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(fresh);
    if (focused) refocus(fresh, focused);
  }
}

function parse(html: string): HTMLElement | null {
  const template = document.createElement("template");
  template.innerHTML = html.trim();
  return template.content.firstElementChild as HTMLElement | null;
}

/** Two drawings are the same when they differ only in what the clocks have counted since and in once-only keys. */
export function same(a: Element, b: Element): boolean {
  return bare(a) === bare(b);
}

function bare(element: Element): string {
  const copy = element.cloneNode(true) as Element;
  for (const clock of copy.querySelectorAll("[data-clock]")) {
    clock.removeAttribute("data-now");
    clock.removeAttribute("data-told");
    clock.classList.remove("is-wait", "is-miss");
    clock.querySelector("b")?.replaceChildren();
    if (clock.matches("b")) clock.replaceChildren();
    clock.querySelector("[data-over]")?.removeAttribute("hidden");
    clock.querySelector("rect")?.removeAttribute("width");
  }
  for (const input of copy.querySelectorAll("input[name=key], input[name=last]")) input.removeAttribute("value");
  for (const item of copy.querySelectorAll(".shelf-item")) item.removeAttribute("hidden");
  return copy.outerHTML.replace(/\s+/g, " ").replace(/ class=""/g, "");
}

function refocus(fresh: HTMLElement, focused: Element): void {
  const twin = focused.id
    ? fresh.querySelector<HTMLElement>(`#${CSS.escape(focused.id)}`)
    : [...fresh.querySelectorAll<HTMLElement>("button, a, input")].find((e) => e.textContent === focused.textContent);
  // What had the focus is gone, as after answering: the reply field is where one goes on.
  (twin ?? document.getElementById("say"))?.focus();
}
