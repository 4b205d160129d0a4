// Plays the story of the benchmarks in ink: 30 steps, each with a way on, an answer that stays and a last resort. Prints
// the turns a second of one core. A turn is a choice and the text that follows it; ink hears nothing.
import { Compiler } from "inkjs/full";

const words = "parcel invoice warranty refund courier address deadline discount receipt catalogue technician password appointment signature voucher".split(" ");
const steps = 30;
let source = "VAR patience = 7\n-> step1\n";
for (let i = 1; i <= steps; i++) {
  const word = words[(i - 1) % words.length];
  const next = i < steps ? `step${i + 1}` : "END";
  source += `== step${i}
{What about the ${word}? I paid 12,50 €.|Please tell me about the ${word}.}
+ [explains the ${word}]
  ~ patience = patience + 1
  -> ${next}
+ [explains something else]
  And then?
  -> step${i}
+ [otherwise]
  ~ patience = patience - 1
  -> ${next}
`;
}
const compiled = new Compiler(source).Compile();
const turns = 20000;
let story = compiled;
let played = 0;
const began = process.hrtime.bigint();
while (played < turns) {
  story.ResetState();
  story.ContinueMaximally();
  while (story.currentChoices.length > 0 && played < turns) {
    story.ChooseChoiceIndex(0);
    story.ContinueMaximally();
    played++;
  }
}
console.log((turns / (Number(process.hrtime.bigint() - began) / 1e9)).toFixed(0));
