import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { factsFile, textFile } from '../copied.ts';
import type { Copied } from '../copied.ts';

/** A seed that somebody has spoiled by mistake or by intent. */
export type Hostile = {
  name: string;
  plant: (copy: Copied) => void;
  /** The file or folder that the first problem points to, and its rule and words; null where nothing is wrong. */
  says: { file: string; words: RegExp } | null;
};

const jsonFile = factsFile.replace('yaml', 'json');
const report = 'reports/xinghe-2023';

const put = (file: string, content: string | Buffer) => (copy: Copied) => {
  writeFileSync(join(copy.seed, file), content);
};

/** The facts as JSON instead of YAML, with other words in them. */
const putJson = (content: string) => (copy: Copied) => {
  rmSync(join(copy.seed, factsFile));
  put(jsonFile, content)(copy);
};

const change = (file: string, from: string | RegExp, to: string) => (copy: Copied) => {
  copy.change(file, from, to);
};

const rewrite = (file: string, to: (bytes: Buffer) => string | Buffer) => (copy: Copied) => {
  const path = join(copy.seed, file);
  writeFileSync(path, to(readFileSync(path)));
};

/** Another thing under the name of a file. */
const instead = (file: string, make: (path: string) => void) => (copy: Copied) => {
  const path = join(copy.seed, file);
  rmSync(path, { recursive: true });
  make(path);
};

const link = (to: string) => (path: string) => {
  symlinkSync(to, path);
};

const aliases = Array.from('bcdefghij').map((name, nth) => {
  const before = `*${'abcdefghij'.charAt(nth)}`;
  return `${name}: &${name} [${Array.from({ length: 9 }, () => before).join(', ')}]`;
});

const refused = (file: string, words: RegExp) => ({ file, words });
const inFacts = (words: RegExp) => refused(factsFile, words);
const inJson = (words: RegExp) => refused(jsonFile, words);
const inText = (words: RegExp) => refused(textFile, words);

const shapes: Hostile[] = [
  { name: 'no facts at all', plant: put(factsFile, ''), says: inFacts(/^shape: /) },
  { name: 'a list of facts', plant: put(factsFile, '- 1\n'), says: inFacts(/^shape: /) },
  {
    name: 'two documents in one',
    plant: put(factsFile, 'a: 1\n---\nb: 2\n'),
    says: inFacts(/^broken-yaml: .*multiple documents/),
  },
  {
    name: 'YAML that is nested for ever',
    plant: put(factsFile, '['.repeat(9000)),
    says: inFacts(/^broken-yaml: It is nested too deeply\./),
  },
  {
    name: 'YAML that is nested by lines',
    plant: put(factsFile, '- '.repeat(9000)),
    says: inFacts(/^broken-yaml: It is nested too deeply\./),
  },
  {
    name: 'JSON that is nested for ever',
    plant: putJson(`${'['.repeat(90_000)}${']'.repeat(90_000)}`),
    says: inJson(/^broken-json: It is nested too deeply\./),
  },
  {
    name: 'JSON that is nested deeper than any fact',
    plant: putJson(`${'{"parts":['.repeat(90)}1${']}'.repeat(90)}`),
    says: inJson(/^too-deep: It is nested more than 64 deep\./),
  },
  {
    name: 'aliases of aliases of aliases',
    plant: put(factsFile, ['a: &a [1]', ...aliases].join('\n')),
    says: inFacts(/^broken-yaml: Excessive alias count/),
  },
  {
    name: 'an alias to itself',
    plant: put(factsFile, 'a: &a [*a]\n'),
    says: inFacts(/^(broken-yaml|shape|too-deep): /),
  },
  {
    name: 'thousands of tags',
    plant: put(factsFile, '! '.repeat(5000)),
    says: inFacts(/^broken-yaml: A node can have at most one tag\./),
  },
  {
    name: 'thousands of keys',
    plant: put(factsFile, Array.from({ length: 5000 }, (_, nth) => `k${nth}: 1`).join('\n')),
    says: inFacts(/^shape: /),
  },
  {
    name: 'a tag that would run code',
    plant: change(factsFile, 'kind: MODEL_AREA', "kind: !!js/function 'process.exit()'"),
    says: inFacts(/^shape: kind/),
  },
  {
    name: 'a key that is given twice',
    plant: change(factsFile, 'kind: MODEL_AREA', 'kind: MODEL_AREA\n  kind: OTHER'),
    says: inFacts(/^broken-yaml: Map keys must be unique\./),
  },
  {
    name: 'a key that JSON gives twice',
    plant: putJson('{"report": 1, "report": 2}'),
    says: inJson(/^broken-json: /),
  },
  {
    name: 'a prototype as a key',
    plant: change(factsFile, 'kind: MODEL_AREA', 'kind: MODEL_AREA\n  __proto__: { place: x }'),
    says: inFacts(/^shape: report/),
  },
  {
    name: 'a prototype as a key of JSON',
    plant: putJson('{"__proto__": {"report": {}}}'),
    says: inJson(/^shape: /),
  },
  {
    name: 'a prototype as a code',
    plant: change(factsFile, /place: '150924'\n {2}#/, 'place: __proto__\n  #'),
    says: inFacts(/^unknown-place: /),
  },
  {
    name: 'a merged key',
    plant: change(factsFile, 'kind: MODEL_AREA', '<<: { kind: OTHER }'),
    says: inFacts(/^shape: /),
  },
  {
    name: 'JSON that breaks off',
    plant: putJson('{"report": {"kind": "MOD'),
    says: inJson(/^broken-json: /),
  },
];

const values: Hostile[] = [
  ...['1e999', '-1e999', '.inf', '.nan'].map((value) => ({
    name: `the figure ${value}`,
    plant: change(factsFile, 'value: 91.2', `value: ${value}`),
    says: inFacts(/^shape: value: /),
  })),
  {
    name: 'half a pair of surrogates',
    plant: change(factsFile, 'en: Closing words', String.raw`en: "half \ud800"`),
    says: inFacts(/^lone-surrogate: /),
  },
  {
    name: 'half a pair of surrogates in JSON',
    plant: putJson(String.raw`"\udc00"`),
    says: inJson(/^lone-surrogate: /),
  },
  {
    name: 'an escaped NUL',
    plant: change(factsFile, 'en: Closing words', String.raw`en: "x\0y"`),
    says: inFacts(/^control-character: It holds the control character U\+0000\./),
  },
  {
    name: 'a way out as a code',
    plant: change(factsFile, 'code: closing\n', 'code: ../../closing\n'),
    says: inFacts(/^shape: code: must be a slug/),
  },
  {
    name: 'a code of a million letters',
    plant: change(factsFile, 'code: closing\n', `code: ${'x'.repeat(1_000_000)}\n`),
    says: inFacts(/^shape: code: /),
  },
  {
    name: 'a unit of a hundred thousand letters',
    plant: change(
      factsFile,
      'value: 184\n',
      `value: 184\n            unit: '${'x'.repeat(100_000)}'\n`,
    ),
    says: inFacts(/^(shape|unknown-unit): /),
  },
  {
    name: 'characters beyond the BMP',
    plant: change(factsFile, 'en: Closing words', 'en: Closing words 𠮷🀄'),
    says: null,
  },
  {
    name: 'escaped characters beyond the BMP',
    plant: change(factsFile, 'en: Closing words', String.raw`en: "Closing \ud842\udfb7"`),
    says: null,
  },
];

const texts: Hostile[] = [
  {
    name: 'a text with NUL',
    plant: change(textFile, '近日', '近\0日'),
    says: inText(/^control-character: .* U\+0000\./),
  },
  {
    name: 'a text that colours terminals',
    plant: change(textFile, '近日', '近\u001b[31m日'),
    says: inText(/^control-character: .* U\+001B\./),
  },
  {
    name: 'a text in GB 18030',
    plant: put(textFile, Buffer.from([0xd0, 0xcb, 0xba, 0xcd, 0xcf, 0xd8])),
    says: inText(/^not-utf-8: /),
  },
  {
    name: 'a text in two encodings',
    plant: rewrite(textFile, (bytes) => Buffer.concat([bytes, Buffer.from([0xd0, 0xcb])])),
    says: inText(/^not-utf-8: /),
  },
  {
    name: 'a text in UTF-16',
    plant: rewrite(textFile, (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, 'utf16le')),
    says: inText(/^not-utf-8: /),
  },
  {
    name: 'surrogates in UTF-8',
    plant: rewrite(textFile, (bytes) => Buffer.concat([bytes, Buffer.from([0xed, 0xa0, 0x80])])),
    says: inText(/^not-utf-8: /),
  },
  {
    name: 'a text with a byte order mark',
    plant: rewrite(textFile, (bytes) => `\ufeff${bytes.toString()}`),
    says: null,
  },
  {
    name: 'facts with a byte order mark',
    plant: rewrite(factsFile, (bytes) => `\ufeff${bytes.toString()}`),
    says: null,
  },
  {
    name: 'a text with the line ends of Windows',
    plant: rewrite(textFile, (bytes) => bytes.toString().replaceAll('\n', '\r\n')),
    says: null,
  },
  {
    name: 'facts with the line ends of Windows',
    plant: rewrite(factsFile, (bytes) => bytes.toString().replaceAll('\n', '\r\n')),
    says: null,
  },
  { name: 'an empty text', plant: put(textFile, ''), says: inFacts(/^absent-quote: /) },
  {
    name: 'half a text',
    plant: rewrite(textFile, (bytes) => bytes.toString().slice(0, 1500)),
    says: inFacts(/^absent-quote: /),
  },
  {
    name: 'a line of a hundred thousand digits',
    plant: rewrite(textFile, (bytes) => `${bytes.toString()}${'1'.repeat(100_000)}`),
    says: null,
  },
  {
    name: 'a text beyond the limit',
    plant: rewrite(textFile, (bytes) => Buffer.concat([bytes, Buffer.alloc(5_000_000, ' ')])),
    says: inText(/^too-large: The file has \d+ bytes; at most 5000000 are read\./),
  },
  {
    name: 'facts beyond the limit',
    plant: rewrite(factsFile, (bytes) => Buffer.concat([bytes, Buffer.alloc(5_000_000, '#')])),
    says: inFacts(/^too-large: /),
  },
];

const files: Hostile[] = [
  {
    name: 'a folder as facts',
    plant: instead(factsFile, (path) => mkdirSync(path)),
    says: inFacts(/^not-a-file: This is a folder\./),
  },
  {
    name: 'a pipe as facts',
    plant: instead(factsFile, (path) => execFileSync('mkfifo', [path])),
    says: inFacts(/^not-a-file: This is a pipe or a device\./),
  },
  {
    name: 'a pipe as a vocabulary',
    plant: instead('vocabulary/places.yaml', (path) => execFileSync('mkfifo', [path])),
    says: refused('vocabulary/places.yaml', /^not-a-file: /),
  },
  {
    name: 'a link to a file of the system',
    plant: instead(textFile, link('/etc/passwd')),
    says: inText(/^outside-folder: /),
  },
  {
    name: 'a link to a device without end',
    plant: instead(textFile, link('/dev/zero')),
    says: inText(/^outside-folder: /),
  },
  {
    name: 'a link to nothing',
    plant: instead(textFile, link('nothing')),
    says: inText(/^missing-file: /),
  },
  {
    name: 'a link to itself',
    plant: instead(factsFile, link('facts.yaml')),
    says: inFacts(/^(missing-file|unreadable-file): /),
  },
  {
    name: 'a link to a file beside it',
    plant: (copy) => {
      renameSync(join(copy.seed, textFile), join(copy.seed, report, 'text'));
      symlinkSync('text', join(copy.seed, textFile));
    },
    says: null,
  },
  {
    name: 'a report that lies elsewhere',
    plant: (copy) => {
      const aside = join(copy.seed, '..', 'aside');
      renameSync(join(copy.seed, report), aside);
      symlinkSync(aside, join(copy.seed, report));
    },
    says: refused(report, /^outside-seed: /),
  },
  {
    name: 'a report that is a link to nothing',
    plant: (copy) => {
      symlinkSync('nothing', join(copy.seed, 'reports/another'));
    },
    says: refused('reports/another', /^unreadable-folder: .*ENOENT/),
  },
  {
    name: 'a file instead of all reports',
    plant: instead('reports', (path) => {
      writeFileSync(path, '');
    }),
    says: refused('reports', /^unreadable-folder: .*ENOTDIR/),
  },
  ...['..', '.hidden', 'Xinghe 2023', 'a%2f..%2fb', '兴和', 'a\u001b[31mb', '__proto__ '].map(
    (name) => ({
      name: `a report by the name of ${JSON.stringify(name)}`,
      plant: (copy: Copied) => {
        renameSync(
          join(copy.seed, report),
          join(copy.seed, `reports/${name === '..' ? '...' : name}`),
        );
      },
      says: refused(`reports/${name === '..' ? '...' : name}`, /^report-code: /),
    }),
  ),
];

export const hostileCases: Hostile[] = [...shapes, ...values, ...texts, ...files];
