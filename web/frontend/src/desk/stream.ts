// The one event stream of a tab. The browser reconnects by itself and says with Last-Event-ID what it has; when it gives
// up, as after an error page of a proxy, it is opened again here.
import type { Desk } from "./desk";

export interface Turn {
  n: number;
  html: string;
}

/** A change of what the trainee may see. */
export interface Change {
  /** The session's clock at the server, in milliseconds. */
  now: number;
  last: number;
  phase: string;
  /** Where the page of this phase is. */
  next: string;
  turns: Turn[];
  /** HTML by element id. */
  regions: Record<string, string>;
}

const reopenAfter = 3000;
/** The notice waits a moment: a reconnection that takes half a second need not alarm anybody. */
const noticeAfter = 1200;

export class Stream {
  private source: EventSource | undefined;
  private notice: ReturnType<typeof setTimeout> | undefined;
  private seen: number;

  constructor(private readonly desk: Desk, private readonly apply: (change: Change) => void) {
    this.seen = Number(desk.root.dataset["seen"] ?? desk.last);
    this.open();
    addEventListener("online", () => this.reopen());
    addEventListener("pageshow", (event) => { if (event.persisted) this.reopen(); });
  }

  private open(): void {
    const source = new EventSource(`${this.desk.root.dataset["stream"] ?? ""}?after=${this.seen}`);
    this.source = source;
    source.addEventListener("open", () => this.connected());
    source.addEventListener("desk", (event) => {
      this.connected();
      this.seen = Math.max(this.seen, Number(event.lastEventId) || 0);
      this.apply(JSON.parse(event.data) as Change);
    });
    source.addEventListener("gone", () => location.reload());
    source.addEventListener("error", () => {
      this.lost();
      if (source.readyState === EventSource.CLOSED) setTimeout(() => this.reopen(), reopenAfter);
    });
  }

  private reopen(): void {
    this.source?.close();
    this.open();
  }

  private connected(): void {
    clearTimeout(this.notice);
    this.notice = undefined;
    this.show(false);
  }

  private lost(): void {
    this.notice ??= setTimeout(() => this.show(true), noticeAfter);
  }

  private show(lost: boolean): void {
    const note = this.desk.root.querySelector<HTMLElement>("#connection");
    if (note) note.hidden = !lost;
  }
}
