import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isEnumType, isObjectType } from 'graphql';
import { readExamples, slugOf } from '../../src/examples/read-examples.ts';
import { schema } from '../../src/schema/schema.ts';
import { fieldNames, ownFieldNames } from '../../src/table/field-names.ts';
import { valueNames } from '../../src/table/value-names.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

/** Only arguments have these values, so no table shows them. */
const ofArguments = /Order(?:Field|Direction)$/;

test('every field of the schema has a name in both languages, and no name is of none', () => {
  const known = new Set<string>(['__typename']);
  const own = new Set<string>();
  for (const type of types) {
    if (!isObjectType(type)) continue;
    for (const field of Object.keys(type.getFields())) {
      known.add(field);
      own.add(`${type.name}.${field}`);
      assert.ok(fieldNames[field], `${type.name}.${field}`);
    }
  }
  for (const field of Object.keys(fieldNames)) assert.ok(known.has(field), field);
  for (const field of Object.keys(ownFieldNames)) assert.ok(own.has(field), field);
  areInTheirLanguage(Object.entries({ ...fieldNames, ...ownFieldNames }));
});

test('every value of every enum has a name in both languages, and no name is of none', () => {
  const enums = types
    .filter((type) => isEnumType(type))
    .filter(({ name }) => !ofArguments.test(name));
  assert.deepEqual(Object.keys(valueNames).toSorted(), enums.map(({ name }) => name).toSorted());
  for (const type of enums) {
    const names = valueNames[type.name as keyof typeof valueNames] as unknown as Names;
    for (const { name } of type.getValues()) assert.ok(names[name], `${type.name}.${name}`);
    areInTheirLanguage(Object.entries(names));
  }
});

type Names = Record<string, { zh: string; en: string }>;

function areInTheirLanguage(names: readonly [string, Names[string]][]): void {
  for (const [name, { zh, en }] of names) {
    assert.match(zh, /\p{Script=Han}|SHA-256/u, name);
    assert.match(en, /^[^\p{Script=Han}]+$/u, name);
  }
}

const csvOf = async (slug: string, language: string) => {
  const answer = await seeded.fetch(`http://localhost/examples/${slug}.csv${language}`);
  assert.equal(answer.status, 200, slug);
  return (await answer.text()).replace('\uFEFF', '').split('\r\n');
};

test('a table asked for in a language has its heads in it, each once, and as many', async () => {
  for (const slug of readExamples().map(slugOf)) {
    const [plain = ''] = await csvOf(slug, '');
    for (const language of ['zh', 'en']) {
      const [head = ''] = await csvOf(slug, `?lang=${language}`);
      const heads = head.split(',');
      assert.equal(heads.length, plain.split(',').length, slug);
      assert.equal(new Set(heads).size, heads.length, `${slug}: ${head}`);
      for (const name of heads) {
        const words = name.replace(/ \([\w. ]+\)|（EDTF）| · |[（）]/g, '');
        if (language === 'en') assert.match(words, /^[^\p{Script=Han}]+$/u, slug);
        else assert.match(words, /^[\p{Script=Han}、 0-9A-Z-]+$/u, `${slug}: ${name}`);
      }
    }
  }
});

test('what is called the same is told apart by its language, and by the names of the question where that is one', async () => {
  const query = '{ outcomes(first: 1) { nodes { label en: label(language: EN) again: label } } }';
  const heads = async (language: string) => {
    const path = `/graphql?format=csv&query=${encodeURIComponent(query)}&lang=${language}`;
    const answer = await seeded.fetch(`http://localhost${path}`);
    return (await answer.text()).replace('\uFEFF', '').split('\r\n')[0];
  };
  assert.equal(await heads('zh'), '事项名称（label）,事项名称（英文）,事项名称（again）');
  assert.equal(await heads('en'), 'label (label),label (en),label (again)');
});

test('a page shows what is told once in one column, and no name of the API at its head', async () => {
  let seen = 0;
  for (const slug of readExamples().map(slugOf)) {
    for (const language of ['zh', 'en']) {
      const path = `http://localhost/examples/${slug}?lang=${language}`;
      const page = await (await seeded.fetch(path, { headers: { accept: 'text/html' } })).text();
      const heads = [...page.matchAll(/<th scope="col"[^>]*>([^<]*)</g)].map(([, head]) => head!);
      seen += heads.length;
      for (const head of heads) assert.doesNotMatch(head, /[（(][a-z][\w.]*[)）]/, slug);
    }
  }
  assert.ok(seen > 100, String(seen));
});

test('closed lists are named in the language, titles are asked for in it, and figures stay', async () => {
  const query = '{ links(first: 1) { nodes { basis measure { code title } outcome { label } } } }';
  const ask = async (language: string) => {
    const path = `/graphql?format=csv&query=${encodeURIComponent(query)}${language}`;
    return (await (await seeded.fetch(`http://localhost${path}`)).text()).split('\r\n');
  };
  const [plain, chinese, english] = [await ask(''), await ask('&lang=zh'), await ask('&lang=en')];
  assert.equal(plain[0], 'basis,measure.code,measure.title,outcome.label');
  assert.equal(chinese[0], '依据,举措 · 编码,举措,成效');
  assert.equal(english[0], 'basis,measure · code,measure,outcome');
  assert.match(plain[1]!, /^(?:STATED|SAME_POINT),/);
  assert.match(chinese[1]!, /^(?:原文明示|同一要点),/);
  assert.match(english[1]!, /^(?:stated in the text|same point),[^\p{Script=Han}]+$/u);
  const wrong = await seeded.fetch(
    'http://localhost/graphql?format=csv&lang=en&query=%7B+nothing+%7D',
  );
  assert.equal(wrong.status, 400);
});
