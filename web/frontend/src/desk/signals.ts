// Signals are things an assessor may want to know, such as a paste. They are recorded, said on the page about records, and
// never part of a mark.
import type { Desk } from "./desk";

const longPaste = 80;

export function startSignals(desk: Desk): void {
  const tell = (kind: string, detail: string): void => {
    const body = new URLSearchParams({ kind, detail, last: String(desk.last) });
    navigator.sendBeacon(`/sessions/${desk.session}/signal`, body);
  };
  desk.root.addEventListener("paste", (event) => {
    const size = event.clipboardData?.getData("text").length ?? 0;
    if (size > longPaste) tell("paste", String(size));
  });
  let away = 0;
  document.addEventListener("visibilitychange", () => {
    if (document.hidden) away = performance.now();
    else if (away > 0) tell("focus lost", String(Math.round((performance.now() - away) / 1000)));
  });
}
