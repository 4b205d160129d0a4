import assert from "node:assert/strict";
import { test } from "node:test";
import { length, urgency } from "./clocks";
import { chord } from "./keys";
import { found } from "./search";
import { best } from "./voice";

test("a clock turns amber with less than 40 % left and red past its limit", () => {
  assert.equal(urgency(5_000, 8_000), "wait");
  assert.equal(urgency(4_800, 8_000), "");
  assert.equal(urgency(8_000, 8_000), "wait");
  assert.equal(urgency(8_001, 8_000), "miss");
  assert.equal(urgency(99_000, 0), "");
});

test("times are written as the pages write them", () => {
  assert.equal(length(52_900), "0:52");
  assert.equal(length(725_000), "12:05");
  assert.equal(length(3_723_000), "1:02:03");
  assert.equal(length(-5), "0:00");
});

test("a search finds words by their beginning, without accents", () => {
  assert.ok(found("dati perso", "Dati personali"));
  assert.ok(found("citta", "Città di consegna"));
  assert.ok(!found("sonali", "Dati personali"));
  assert.ok(found("", "anything"));
});

test("a key is named with its modifiers", () => {
  const key = (k: string, extra = {}): string => chord({ key: k, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...extra });
  assert.equal(key("K", { ctrlKey: true }), "Ctrl+k");
  assert.equal(key("s", { metaKey: true }), "Ctrl+s");
  assert.equal(key("F6", { shiftKey: true }), "Shift+F6");
});

test("a voice of the device goes before one from the network, and no voice before a wrong language", () => {
  const voices = [{ lang: "it-IT", localService: false }, { lang: "it_CH", localService: true }, { lang: "en-GB", localService: true }];
  assert.equal(best(voices, "it"), voices[1]);
  assert.equal(best(voices, "ro"), undefined);
});
