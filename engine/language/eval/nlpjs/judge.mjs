// Trains nlp.js on request and hears turns: one JSON object a line in, one out, in order.
//   {"language": "it", "intents": [["example", ...], ...]}  ->  {"ready": true}
//   {"turn": "text"}                                        ->  {"scores": [0.1, ...]}, one an intent
// An intent's score is the one nlp.js gives it; what it takes for no intent at all scores nothing.
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const require = createRequire(import.meta.url);
const { Nlp } = require('@nlpjs/nlp');
const { containerBootstrap } = require('@nlpjs/core');
const languages = {
  de: require('@nlpjs/lang-de').LangDe, en: require('@nlpjs/lang-en').LangEn, es: require('@nlpjs/lang-es').LangEs,
  fr: require('@nlpjs/lang-fr').LangFr, it: require('@nlpjs/lang-it').LangIt, ro: require('@nlpjs/lang-ro').LangRo,
  ru: require('@nlpjs/lang-ru').LangRu,
};

let trained;

async function train({ language, intents }) {
  const container = containerBootstrap();
  container.use(languages[language]);
  const nlp = new Nlp({ container, languages: [language], autoSave: false, autoLoad: false, nlu: { log: false } });
  nlp.settings.log = false;
  for (const [number, examples] of intents.entries()) {
    for (const example of examples) nlp.addDocument(language, example, `intent.${number}`);
  }
  await nlp.train();
  trained = { nlp, language, size: intents.length };
  return { ready: true };
}

async function hear({ turn }) {
  const { nlp, language, size } = trained;
  const { classifications } = await nlp.process(language, turn);
  const scores = new Array(size).fill(0);
  for (const { intent, score } of classifications) {
    const number = Number(intent.replace('intent.', ''));
    if (Number.isInteger(number) && number < size) scores[number] = score;
  }
  return { scores };
}

// The program's own reports must not mix with the answers.
console.log = console.info = console.debug = console.warn = () => {};

for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  const answer = request.intents ? await train(request) : await hear(request);
  process.stdout.write(JSON.stringify(answer) + '\n');
}
