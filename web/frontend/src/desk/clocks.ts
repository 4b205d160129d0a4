// Clocks count on from the server's clock. The browser's own clock is never read: only how much time passed since the
// server last said what time it is, so a wrong or changed clock cannot mislead.

/** State of a clock: "" as long as there is time, "wait" with less than 40 % left, "miss" past the limit. */
export type Urgency = "" | "wait" | "miss";

export function urgency(passed: number, limit: number): Urgency {
  if (limit <= 0) return "";
  if (passed > limit) return "miss";
  return passed * 10 > limit * 6 ? "wait" : "";
}

/** Milliseconds as the pages write them: 0:52, 12:05, 1:02:03. */
export function length(milliseconds: number): string {
  const seconds = Math.floor(Math.max(milliseconds, 0) / 1000);
  const two = (n: number): string => String(n).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

export class Clocks {
  private server = 0;
  private heardAt = performance.now();

  constructor(private readonly root: HTMLElement) {
    setInterval(() => this.tick(), 250);
  }

  /** The server's clock now, in milliseconds from the start of the session. */
  set(now: number): void {
    this.server = now;
    this.heardAt = performance.now();
  }

  tick(): void {
    const now = this.server + performance.now() - this.heardAt;
    for (const clock of this.root.querySelectorAll<HTMLElement>("[data-clock]")) show(clock, now);
  }
}

function number(clock: HTMLElement, name: string): number {
  return Number(clock.dataset[name] ?? 0);
}

function show(clock: HTMLElement, now: number): void {
  if (clock.hasAttribute("data-stopped")) return;
  const limit = number(clock, "limit");
  const passed = number(clock, "before") + Math.max(now - number(clock, "from"), 0);
  // A deadline is rounded up, so that it says 0:00 only when there is nothing left.
  const left = Math.ceil((limit - passed) / 1000) * 1000;
  const value = clock.hasAttribute("data-down") ? Math.abs(passed > limit ? passed - limit : left) : passed;
  const text = clock.matches("b") ? clock : clock.querySelector("b");
  if (text && text.textContent !== length(value)) text.textContent = length(value);
  if (clock.matches("b") || limit <= 0) return;
  const state = urgency(passed, limit);
  clock.classList.toggle("is-wait", state === "wait");
  clock.classList.toggle("is-miss", state === "miss");
  clock.querySelector("rect")?.setAttribute("width", String(Math.min(100, Math.round((100 * passed) / limit))));
  announce(clock, state);
}

/** Screen readers hear of a clock twice: when it gets short and when it is over. */
function announce(clock: HTMLElement, state: Urgency): void {
  const over = clock.querySelector<HTMLElement>("[data-over]");
  if (over) over.hidden = state !== "miss";
  if (clock.dataset["told"] === state || state === "") return;
  clock.dataset["told"] = state;
  const desk = clock.closest<HTMLElement>("[data-desk]");
  const status = desk?.querySelector("#clock-status");
  const name = clock.querySelector("span")?.firstChild?.textContent?.trim() ?? "";
  if (status) status.textContent = `${name}: ${desk?.getAttribute(state === "miss" ? "data-text-over" : "data-text-soon") ?? ""}`;
}
