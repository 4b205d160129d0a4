// The customer's lines read aloud by a voice of the device, in the language of the line. Captions are always there; where
// the device has no voice for the language, nothing is spoken.
import type { Desk } from "./desk";

const choice = "proba:voice";

export class Voice {
  private readonly button: HTMLButtonElement | null;
  private on: boolean;

  constructor(desk: Desk) {
    this.button = desk.root.querySelector<HTMLButtonElement>("#voice");
    this.on = stored() !== "off";
    if (!this.button || !("speechSynthesis" in window)) return;
    this.button.hidden = false;
    this.show();
    this.button.addEventListener("click", () => {
      this.on = !this.on;
      store(this.on ? "on" : "off");
      if (!this.on) speechSynthesis.cancel();
      this.show();
    });
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  /** Speaks a turn of the customer; other turns are left alone. */
  hear(turn: HTMLElement): void {
    if (!this.button || !this.on || !turn.hasAttribute("data-heard") || !("speechSynthesis" in window)) return;
    const lang = turn.dataset["lang"] ?? "";
    const voice = best(speechSynthesis.getVoices(), lang);
    if (!voice) return;
    const line = new SpeechSynthesisUtterance(turn.querySelector("p")?.textContent ?? "");
    line.voice = voice;
    line.lang = voice.lang;
    speechSynthesis.speak(line);
  }

  /** Stops what is being said: the trainee has begun to speak. */
  hush(): void {
    if ("speechSynthesis" in window) speechSynthesis.cancel();
  }

  private show(): void {
    this.button?.setAttribute("aria-pressed", String(this.on));
  }
}

/** A voice of that language, one of the device itself before one that needs a network. */
export function best<V extends { lang: string; localService: boolean }>(voices: readonly V[], lang: string): V | undefined {
  const fitting = voices.filter((v) => v.lang.toLowerCase().split(/[-_]/)[0] === lang.toLowerCase());
  return fitting.find((v) => v.localService) ?? fitting[0];
}

function stored(): string | null {
  try {
    return localStorage.getItem(choice);
  } catch {
    return null;
  }
}

function store(value: string): void {
  try {
    localStorage.setItem(choice, value);
  } catch {
    // without storage the choice holds for this page
  }
}
