// Dictation on the phone, only where the browser recognises speech on the device itself: no voice leaves it. Elsewhere the
// trainee types. The words are shown while they are heard; a pause of 0.7 s says them.
import type { Commands } from "./commands";
import type { Desk } from "./desk";
import type { Voice } from "./voice";

const pause = 700;

interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  start(): void;
  abort(): void;
}

interface RecognitionMaker {
  new (): Recognition;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

interface Results extends Event {
  results: ArrayLike<ArrayLike<{ transcript: string }>>;
}

export class Dictation {
  private recognition: Recognition | undefined;
  private muted = false;
  private began = 0;
  private ending: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly desk: Desk, private readonly commands: Commands, private readonly voice: Voice) {
    desk.root.addEventListener("click", (event) => {
      const act = (event.target as HTMLElement).closest<HTMLElement>("[data-act]")?.dataset["act"];
      if (act === "mute") this.mute();
      if (act === "dictate") this.start();
      if (act === "type") this.stop();
    });
    void this.offer();
  }

  private get maker(): RecognitionMaker | undefined {
    return (window as unknown as { SpeechRecognition?: RecognitionMaker }).SpeechRecognition;
  }

  private get language(): string {
    return this.find<HTMLInputElement>("input[name=mic-language]:checked")?.value ?? document.documentElement.lang;
  }

  private find<E extends HTMLElement>(selector: string): E | null {
    return this.desk.root.querySelector<E>(selector);
  }

  private async offer(): Promise<void> {
    const button = this.find("#dictate");
    if (!button || !this.maker?.available) return;
    try {
      if ((await this.maker.available({ langs: [this.language], processLocally: true })) !== "available") return;
    } catch {
      return;
    }
    button.hidden = false;
    const languages = this.find("#mic-languages");
    if (languages) languages.hidden = false;
  }

  private start(): void {
    if (!this.maker) return;
    const recognition = new this.maker();
    recognition.lang = this.language;
    recognition.continuous = true;
    recognition.interimResults = true;
    recognition.processLocally = true;
    recognition.addEventListener("result", (event) => this.hear(event as Results));
    recognition.addEventListener("end", () => { if (this.recognition === recognition && !this.muted) recognition.start(); });
    recognition.addEventListener("error", () => this.stop());
    this.recognition = recognition;
    recognition.start();
    this.show(true);
  }

  private hear(event: Results): void {
    const field = this.find<HTMLTextAreaElement>("#say");
    if (!field || this.muted) return;
    if (this.began === 0) {
      this.began = performance.now();
      this.voice.hush();
    }
    field.value = Array.from(event.results, (result) => result[0]?.transcript ?? "").join(" ").trim();
    clearTimeout(this.ending);
    this.ending = setTimeout(() => void this.say(field), pause);
  }

  private async say(field: HTMLTextAreaElement): Promise<void> {
    const text = field.value.trim();
    const took = performance.now() - this.began - pause;
    this.began = 0;
    this.recognition?.abort(); // begins anew, with an empty transcript
    if (text !== "") await this.commands.dictated(text, took);
  }

  private mute(): void {
    this.muted = !this.muted;
    this.find("#mute")?.setAttribute("aria-pressed", String(this.muted));
    if (this.muted) this.recognition?.abort();
    else this.recognition?.start();
    const text = this.find("[data-mic-text]");
    if (text) text.textContent = this.desk.text(this.muted ? "muted" : "listening");
    if (!this.recognition) this.note();
  }

  /** Without dictation there is nothing to switch off but the field: it says so. */
  private note(): void {
    const line = this.find("#mic");
    if (line) line.hidden = !this.muted;
  }

  private stop(): void {
    const recognition = this.recognition;
    this.recognition = undefined;
    recognition?.abort();
    this.show(false);
    this.find("#say")?.focus();
  }

  private show(listening: boolean): void {
    const line = this.find("#mic");
    if (line) line.hidden = !listening;
  }
}
