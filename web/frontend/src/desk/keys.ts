// Shortcuts. Every one has a button; single characters never act inside a field; nothing hangs up by a key alone.
import type { Commands } from "./commands";
import type { Desk } from "./desk";

const formFields = "input:not([type=hidden]), select, textarea";

export function startKeys(desk: Desk, commands: Commands): void {
  const find = <E extends HTMLElement>(selector: string): E | null => desk.root.querySelector<E>(selector);
  const press = (selector: string): boolean => {
    const button = find<HTMLElement>(selector);
    button?.click();
    return button !== null;
  };
  const actions: Record<string, () => boolean> = {
    "F2": () => press('[data-key="F2"]'),
    "F8": () => press('[data-key="F8"]'),
    "F9": () => press("#mute"),
    "F3": () => unfold(find("#fold-card")),
    "F4": () => unfold(find("[id^=fold-form]"), formFields),
    "Ctrl+k": () => unfold(find("#fold-kb"), "#kb"),
    "Ctrl+s": () => save(desk, commands),
    "F6": () => pane(desk, 1),
    "Shift+F6": () => pane(desk, -1),
  };
  addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    if (reply(event, commands) || canned(desk, event) || (actions[chord(event)]?.() ?? false) || plain(desk, event)) event.preventDefault();
  });
  desk.root.addEventListener("click", (event) => {
    const target = event.target as HTMLElement;
    const button = target.closest<HTMLButtonElement>("[data-canned]");
    if (button) fill(desk, button);
    const act = target.closest<HTMLElement>("[data-act]")?.dataset["act"];
    if (act === "shortcuts") find<HTMLDialogElement>("#shortcuts")?.showModal();
    if (act === "directory" && unfold(find("#directory"), "select")) event.preventDefault();
    if (act === "form" && unfold(find(target.closest("a")?.getAttribute("href") ?? "[id^=fold-form]"), formFields)) event.preventDefault();
  });
}

/** The name of a key with its modifiers, such as "Ctrl+k"; on a Mac the command key counts as Ctrl. */
export function chord(event: { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean }): string {
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return (event.ctrlKey || event.metaKey ? "Ctrl+" : "") + (event.altKey ? "Alt+" : "") + (event.shiftKey ? "Shift+" : "") + key;
}

function reply(event: KeyboardEvent, commands: Commands): boolean {
  const field = event.target as HTMLElement;
  if (field.id !== "say" || event.key !== "Enter" || event.shiftKey || event.altKey) return false;
  const spoken = field.closest<HTMLElement>("[data-desk]")?.querySelector(".talk-log--phone");
  if (!spoken && !event.ctrlKey && !event.metaKey) return false;
  commands.submit((field as HTMLTextAreaElement).form, document.getElementById("send"));
  return true;
}

/** Alt 1 to 9 put a canned reply into the field; the place of the digit counts, not what the layout writes with Alt. */
function canned(desk: Desk, event: KeyboardEvent): boolean {
  if (!event.altKey || event.ctrlKey || event.metaKey || !/^Digit[1-9]$/.test(event.code)) return false;
  const button = desk.root.querySelectorAll<HTMLButtonElement>("[data-canned]")[Number(event.code.slice(5)) - 1];
  if (!button) return false;
  fill(desk, button);
  return true;
}

function fill(desk: Desk, button: HTMLButtonElement): void {
  const field = desk.root.querySelector<HTMLTextAreaElement>("#say");
  if (!field) return;
  const text = button.dataset["canned"] ?? "";
  field.value = field.value.trim() === "" ? text : `${field.value.trimEnd()} ${text}`;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.focus();
}

function plain(desk: Desk, event: KeyboardEvent): boolean {
  const target = event.target as HTMLElement;
  const writing = target.matches("input, textarea, select");
  if (event.key === "/" && (!writing || (target.id === "say" && (target as HTMLTextAreaElement).value === ""))) {
    const first = desk.root.querySelector<HTMLElement>("[data-canned]");
    first?.focus();
    return first !== null;
  }
  if (event.key !== "?" || writing) return false;
  desk.root.querySelector<HTMLDialogElement>("#shortcuts")?.showModal();
  return true;
}

function unfold(fold: HTMLDetailsElement | null, field?: string): boolean {
  if (!fold) return false;
  fold.open = true;
  const tab = document.querySelector<HTMLInputElement>("#tab-tools");
  if (tab) tab.checked = true;
  (field ? fold.querySelector<HTMLElement>(field) : fold.querySelector<HTMLElement>("summary"))?.focus();
  return true;
}

function save(desk: Desk, commands: Commands): boolean {
  const here = document.activeElement?.closest<HTMLFormElement>("form[data-form]");
  const form = here ?? desk.root.querySelector<HTMLFormElement>("form[data-form]");
  commands.submit(form);
  return true;
}

function pane(desk: Desk, step: number): boolean {
  const panes = [...desk.root.querySelectorAll<HTMLElement>("[data-pane]")];
  const at = panes.findIndex((p) => p.contains(document.activeElement));
  const next = panes[(at + step + panes.length) % panes.length];
  const tabs = ["#tab-queue", "#tab-talk", "#tab-tools"];
  const tab = next ? document.querySelector<HTMLInputElement>(tabs[panes.indexOf(next)] ?? "") : null;
  if (tab) tab.checked = true;
  next?.focus();
  return true;
}
