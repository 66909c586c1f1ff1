import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';
import { isScalar, parseDocument, visit } from 'yaml';
import { knownExamples } from '../../src/pages/examples/known-examples.ts';
import { readSeedText } from '../support/copied.ts';
import { startOverCorpus, startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

/** A sign of half width beside a Chinese character. */
const halfWidth =
  /[\p{Script=Han}”》][,:;?!]|[\p{Script=Han}”》] ?\((?!\?)|[,;?!)](?=[\p{Script=Han}“《])/u;

/** What is quoted keeps its signs: it stands so in the text. */
const isQuoted = (words: string, texts: readonly string[]) =>
  texts.some((text) => text.includes(words));

test('what curators say in Chinese in the seed has signs of full width, unless it is quoted', () => {
  const text = readSeedText();
  const vocabulary = readdirSync('seed/vocabulary').map((name) => join('seed/vocabulary', name));
  let told = 0;
  for (const file of [...vocabulary, 'seed/reports/xinghe-2023/facts.yaml']) {
    visit(parseDocument(readFileSync(file, 'utf8')), {
      Pair(_key, { key, value }) {
        if (!isScalar(key) || key.value !== 'zh' || !isScalar(value)) return;
        const words = String(value.value);
        told += 1;
        if (!isQuoted(words, file.includes('reports') ? [text] : []))
          assert.doesNotMatch(words, halfWidth, file);
      },
    });
  }
  assert.ok(told > 300, String(told));
});

test('what the software says in Chinese has signs of full width', () => {
  const rooms = [
    'pages',
    'table',
    'server/graphiql',
    'examples',
    'importer/rows',
    'importer/settle',
  ];
  const sign = /\p{Script=Han}[,:;?!]\p{Script=Han}|[”}][,;]\p{Script=Han}|\}\(\$/u;
  for (const room of rooms) {
    const folder = join('src', room);
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
      const isOfOthers = room.startsWith('importer') && !/explain/.test(name);
      if (!/\.(?:ts|js|graphql)$/.test(name) || name.startsWith('queries') || isOfOthers) continue;
      const lines = readFileSync(join(folder, name), 'utf8').split('\n');
      for (const line of lines.filter((each) => !/^\s*(?:\*|\/[/*])/.test(each)))
        assert.doesNotMatch(line, sign, join(folder, name));
    }
  }
});

let over: Record<'seed' | 'corpus', Seeded>;
before(async () => {
  over = { seed: await startSeeded(), corpus: await startOverCorpus(6) };
});
after(() => {
  for (const seeded of Object.values(over)) seeded.close();
});

type Node = DefaultTreeAdapterTypes.Node;
type Told = { words: string; lang: string; at: string };

/** What is no language: names of the API, addresses, data for machines. */
const unread = new Set(['code', 'pre', 'script', 'style', 'textarea', 'svg']);
const readAloud = new Set(['title', 'aria-label', 'placeholder', 'alt', 'content']);

/** All that a page says, each with the language that it says so of. */
function toldBy(node: Node, lang = '', at = ''): Told[] {
  if (node.nodeName === '#text' && 'value' in node) return [{ words: node.value.trim(), lang, at }];
  if (unread.has(node.nodeName) || !('childNodes' in node)) return [];
  const attributes = 'attrs' in node ? node.attrs : [];
  const valueOf = (name: string) => attributes.find((each) => each.name === name)?.value;
  const own = valueOf('lang') ?? lang;
  const isAddress = (valueOf('property') ?? valueOf('name') ?? '').match(
    /url|image|viewport|locale|site_name|scheme|card/,
  );
  const within = `${at} ${node.nodeName}${valueOf('class') ? `.${valueOf('class')}` : ''}`;
  const read = attributes.filter(
    ({ name, value }) => readAloud.has(name) && !isAddress && value !== '',
  );
  return [
    ...read.map(({ name, value }) => ({ words: value, lang: own, at: `${within}[${name}]` })),
    ...node.childNodes.flatMap((child) => toldBy(child, own, within)),
  ].filter(({ words }) => words !== '');
}

/** A page of every kind. */
async function pathsOf(seeded: Seeded): Promise<string[]> {
  const { reports, ...things } = await seeded.dataOf(`{
    reports(first: 100) { nodes { code } }
    measures(first: 2) { nodes { url } } plans: measures(filter: { stages: [PLANNED] }, first: 2) { nodes { url } }
    outcomes(first: 3) { nodes { url } } targets(first: 2) { nodes { url } } problems(first: 2) { nodes { url } }
    documents(first: 2) { nodes { url } } organizations(first: 2) { nodes { url } } places(first: 3) { nodes { url } }
    indicators(first: 2) { nodes { url } }
  }`);
  const codes: string[] = reports.nodes.map(({ code }: { code: string }) => code);
  const urls = Object.values(things as Record<string, { nodes: { url: string }[] }>).flatMap(
    ({ nodes }) => nodes.map(({ url }) => url),
  );
  return [
    '/',
    '/reports',
    '/search',
    '/search?text=审批',
    '/search?text=zzz',
    '/nowhere',
    ...codes.slice(0, 2).flatMap((code) => [`/reports/${code}`, `/reports/${code}?review=1`]),
    ...urls,
    ...knownExamples.map(({ slug }) => `/examples/${slug}`),
  ];
}

/** Without what stands in quotation marks, and those within others. */
function withoutQuotes(words: string): string {
  const bare = words.replaceAll(/“[^“”]*”/g, '');
  return bare === words ? words : withoutQuotes(bare);
}

/** What has no element of its own can mark no language: a title without a translation stands in it as it is. */
const namesUntranslated = (words: string, at: string): boolean =>
  /\[[\w-]+\]$| title$/.test(at) && /[a-z]{2}/i.test(words);

const names =
  /\b(?:Juzheng|GraphQL|GraphiQL|JSON|Lines|CSV|BibTeX|RIS|GB\/T|SHA|TXT|SVG|PNG|API)\b/g;

test('a thing as JSON has its places and publishers in the language that was asked for', async () => {
  const paths = await pathsOf(over.corpus);
  const bare = paths.filter((path) => /^\/(?!examples)\w+\/[^?]+$/.test(path));
  let named = 0;
  for (const path of bare) {
    const answer = await over.corpus.fetch(`http://localhost${path}.json?lang=en`);
    assert.equal(answer.status, 200, path);
    JSON.parse(await answer.text(), (key, value: { name?: string } | null) => {
      if (!['place', 'publisher', 'issuer'].includes(key) || !value?.name) return value;
      named += 1;
      assert.doesNotMatch(value.name, /\p{Script=Han}/u, `${path}: ${key}`);
      return value;
    });
  }
  assert.ok(named > 10, String(named));
});

for (const data of ['seed', 'corpus'] as const) {
  for (const language of ['zh', 'en'] as const) {
    test(`no page says a word of ours in the wrong language: ${data}, ${language}`, async () => {
      const seeded = over[data];
      const { reports } = await seeded.dataOf('{ reports(first: 100) { nodes { text } } }');
      const texts: string[] = reports.nodes.map(({ text }: { text: string }) => text);
      const faults = new Set<string>();
      for (const path of await pathsOf(seeded)) {
        const [bare, query = ''] = path.split('?');
        const search = new URLSearchParams(query);
        search.set('lang', language);
        const answer = await seeded.fetch(`http://localhost${bare}?${search}`, {
          headers: { accept: 'text/html' },
        });
        const told = toldBy(parse(await answer.text())).flatMap(({ words, ...of }) =>
          (language === 'zh' ? words.split(' · ') : [words]).map((part) => ({
            words: part,
            ...of,
          })),
        );
        for (const { words, lang, at } of told) {
          const said = withoutQuotes(words.replaceAll(search.get('text') ?? '\n', ''));
          const isWrong =
            lang === 'en'
              ? /\p{Script=Han}/u.test(said.replaceAll(/举证|中文/g, '')) &&
                !namesUntranslated(said, at)
              : // What a reader hears of words within quoted ones is ours, and in the page’s language; so is a sentence that quotes.
                lang === 'zh' && language === 'en'
                ? (at.endsWith('[aria-label]') && !/\p{Script=Han}/u.test(said)) ||
                  (!isQuoted(words, texts) && /(?:[a-z]{2,} ){2}[a-z]{2,}/i.test(said))
                : lang === 'zh' &&
                  !isQuoted(words, texts) &&
                  (halfWidth.test(said) || /[a-z]{2,} [a-z]{2,}/i.test(said.replaceAll(names, '')));
          if (isWrong) faults.add(`${path} ${at.slice(-60)}: ${words.slice(0, 90)}`);
        }
      }
      assert.deepEqual([...faults].slice(0, 60), []);
    });
  }
}
