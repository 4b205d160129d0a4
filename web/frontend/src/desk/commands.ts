// Commands go to the server once: each carries a once-only key, and a repetition after a broken connection carries the
// same one, so nothing is said twice. They go one after the other, as they were given: who saves a form and finishes at once
// has saved it.
import type { Desk } from "./desk";
import type { Drafts } from "./drafts";

interface Answer {
  last: number;
  /** A refusal, drawn by the server; absent when it was done. */
  refused?: { code: string; html: string };
}

const retryAfter = [500, 1000, 2000, 4000, 8000];

export class Commands {
  private waiting: (() => void)[] = [];
  private busy = new Set<HTMLFormElement>();
  private before: Promise<void> = Promise.resolve();

  constructor(private readonly desk: Desk, private readonly drafts: Drafts) {
    desk.root.addEventListener("submit", (event) => this.intercept(event));
  }

  /** Submits a form as a click on one of its buttons would. */
  submit(form: HTMLFormElement | null | undefined, button?: HTMLElement | null): void {
    form?.requestSubmit(button ?? null);
  }

  /** Says a dictated text that took that many milliseconds. */
  async dictated(text: string, took: number): Promise<void> {
    const form = this.desk.root.querySelector<HTMLFormElement>("#compose");
    if (!form) return;
    const body = new URLSearchParams({ text, spoken: "yes", took: String(Math.round(took)) });
    await this.send(form, form.action, body);
  }

  /** Called after the stream brought news: commands refused as stale may try again. */
  caughtUp(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const go of waiting) go();
  }

  private intercept(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    const button = event.submitter as HTMLButtonElement | null;
    if (!form.dataset["command"]) return;
    event.preventDefault();
    if (button?.dataset["canned"] !== undefined) return;
    if (form.dataset["command"] === "finish" && this.drafts.holdBack()) return;
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form, button)) if (typeof value === "string") body.append(name, value);
    const action = button?.formAction && button.hasAttribute("formaction") ? button.formAction : form.action;
    void this.send(form, action, body);
  }

  private async send(form: HTMLFormElement, action: string, body: URLSearchParams): Promise<void> {
    if (this.busy.has(form)) return;
    this.busy.add(form);
    form.setAttribute("aria-busy", "true");
    const sent = this.before.then(() => this.deliver(form, action, body));
    this.before = sent.catch(() => undefined);
    await sent;
  }

  private async deliver(form: HTMLFormElement, action: string, body: URLSearchParams): Promise<void> {
    body.set("key", crypto.randomUUID());
    try {
      let answer = await this.post(action, body);
      if (answer.refused?.code === "stale") {
        // Something came in at the same moment. Once it is on the screen, the command is tried once more.
        await this.news();
        body.set("key", crypto.randomUUID());
        answer = await this.post(action, body);
      }
      this.finish(form, body, answer);
    } finally {
      this.busy.delete(form);
      form.removeAttribute("aria-busy");
    }
  }

  private async post(action: string, body: URLSearchParams): Promise<Answer> {
    body.set("last", String(this.desk.last));
    for (let attempt = 0; ; attempt++) {
      try {
        const response = await fetch(action, { method: "POST", body, headers: { Accept: "application/json" }, signal: AbortSignal.timeout(15_000) });
        if (response.status === 401) location.reload();
        if (response.status < 500) return (await response.json()) as Answer;
      } catch {
        // Not reached or not answered: the same key makes a repetition harmless.
      }
      await sleep(retryAfter[Math.min(attempt, retryAfter.length - 1)] ?? 8000);
    }
  }

  private finish(form: HTMLFormElement, body: URLSearchParams, answer: Answer): void {
    this.desk.last = Math.max(this.desk.last, answer.last ?? 0);
    const note = this.desk.root.querySelector("[data-refused]");
    if (note) note.innerHTML = answer.refused?.html ?? "";
    if (answer.refused) return;
    this.drafts.done(form, body);
  }

  private news(): Promise<void> {
    return Promise.race([new Promise<void>((resolve) => this.waiting.push(resolve)), sleep(2000)]);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
