// The agent desktop with script: commands without reloading, one event stream, clocks that run, voice and shortcuts.
import { Clocks } from "./clocks";
import { Commands } from "./commands";
import { keepDrafts } from "./drafts";
import { Dictation } from "./dictation";
import { startKeys } from "./keys";
import { Regions } from "./regions";
import { startSearch } from "./search";
import { startSignals } from "./signals";
import { Stream, type Change } from "./stream";
import { Voice } from "./voice";

/** What the modules of one desk share. */
export interface Desk {
  readonly root: HTMLElement;
  /** Number of the last event of the session that this page knows. */
  last: number;
  readonly session: string;
  text(name: string): string;
}

export function startDesk(root: HTMLElement): void {
  const desk: Desk = {
    root,
    last: Number(root.dataset["last"] ?? 0),
    session: root.dataset["session"] ?? "",
    text: (name) => root.getAttribute(`data-text-${name}`) ?? "",
  };
  const clocks = new Clocks(root);
  clocks.set(Number(root.dataset["now"] ?? 0));
  const drafts = keepDrafts(desk);
  const voice = new Voice(desk);
  const regions = new Regions(root, (turn) => voice.hear(turn));
  const commands = new Commands(desk, drafts);
  new Dictation(desk, commands, voice);
  const phase = root.dataset["phase"] ?? "";
  new Stream(desk, (change: Change) => {
    clocks.set(change.now);
    desk.last = Math.max(desk.last, change.last);
    regions.apply(change);
    clocks.tick();
    commands.caughtUp();
    if (moved(phase, change.phase)) location.replace(change.next);
  });
  startKeys(desk, commands);
  startSearch(desk);
  startSignals(desk);
  for (const element of root.querySelectorAll<HTMLElement>(".desk-foot")) element.hidden = false;
}

/** Debrief and result are pages of their own; all other phases change this one in place. */
function moved(from: string, to: string): boolean {
  return from !== to && (to === "debrief" || to === "finished");
}
