import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { juzheng } from '../support/copied.ts';

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  assert.equal(juzheng('import', '--data', join(folder, 'data')).code, 0);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const run = (...args: string[]) => juzheng('export', '--data', join(folder, 'data'), ...args);

test('an example is written to a file, with what describes it beside', () => {
  const out = join(folder, 'cuts.csv');
  const { code, out: said } = run('--example', 'biggest-cuts', '--out', out);
  assert.equal(code, 0);
  assert.match(said, /9 rows/);
  const text = readFileSync(out, 'utf8');
  assert.ok(text.startsWith('\ufeffname,'));
  const metadata = JSON.parse(readFileSync(join(folder, 'cuts.metadata.json'), 'utf8'));
  assert.equal(metadata.url, 'cuts.csv');
  assert.match(metadata['dc:identifier'], /^[0-9a-f]{64}$/);
});

test('any query goes to standard output, whole unless as asked', () => {
  const query = join(folder, 'query.graphql');
  writeFileSync(
    query,
    'query ($u: [String!]) { outcomes(filter: { units: $u }, first: 2) { nodes { code } } }',
  );
  const variables = ['--variables', '{"u": ["{document}"]}'];
  const lines = (text: string) => text.trimEnd().split('\n').length;
  assert.equal(lines(run('--query', query, ...variables, '--format', 'jsonl').out), 5);
  assert.equal(
    lines(run('--query', query, ...variables, '--format', 'jsonl', '--as-asked').out),
    2,
  );
});

test('a list that is cut is told on the terminal and in what describes the table, never in a row', () => {
  const query = join(folder, 'cut.graphql');
  const out = join(folder, 'cut.jsonl');
  writeFileSync(query, '{ measures { nodes { code outcomes(first: 1) { nodes { code } } } } }');
  const { code, err } = run('--query', query, '--format', 'jsonl', '--out', out);
  assert.equal(code, 0);
  assert.match(err, /the list measures\.outcomes is cut/);
  assert.doesNotMatch(readFileSync(out, 'utf8'), /juzheng|cut/);
  const metadata = JSON.parse(readFileSync(join(folder, 'cut.metadata.json'), 'utf8'));
  assert.deepEqual(metadata['juzheng:cut'], [{ list: 'measures.outcomes', certain: true }]);
  const whole = join(folder, 'whole.csv');
  assert.equal(run('--example', 'biggest-cuts', '--out', whole).err, '');
  const other = JSON.parse(readFileSync(join(folder, 'whole.metadata.json'), 'utf8'));
  assert.deepEqual(other['juzheng:cut'], []);
});

test('a query may be given as its text, as a file of any name, or on standard input', () => {
  const query = '{ units(first: 1) { nodes { code } } }';
  const odd = join(folder, 'odd {name}.graphql');
  writeFileSync(odd, query);
  const [asText, asFile] = [query, odd].map((given) => run('--query', given, '--as-asked'));
  assert.equal(asText!.code, 0, asText!.err);
  assert.match(asText!.out, /^\ufeffcode\r?\n\S+\r?\n$/);
  assert.equal(asFile!.out, asText!.out);
  const metadata = join(folder, 'text.metadata.json');
  assert.equal(run('--query', query, '--out', join(folder, 'text.csv')).code, 0);
  assert.ok(existsSync(metadata));
});

test('a file that is not there or is a folder is told before anything is read or written', () => {
  const query = '{ units { nodes { code } } }';
  const told: [string[], RegExp][] = [
    [['--query', join(folder, 'absent.graphql')], /absent\.graphql is not there\n$/],
    [['--query', folder], /is a folder; name a file\n$/],
    [['--query', query, '--out', folder], /is a folder; name a file in it\n$/],
    [['--query', query, '--out', join(folder, 'no/such/x.csv')], /no\/such is not there\n$/],
  ];
  for (const [args, words] of told) {
    const { code, err } = run(...args);
    assert.equal(code, 1);
    assert.match(err, words);
    assert.doesNotMatch(err, /EISDIR|ENOENT|partial/);
  }
});

test('what cannot be exported is told, and nothing half is left', () => {
  const query = join(folder, 'two.graphql');
  writeFileSync(query, '{ units { nodes { code } } places { nodes { code } } }');
  const out = join(folder, 'two.csv');
  const { code, err } = run('--query', query, '--out', out);
  assert.equal(code, 1);
  assert.match(err, /--list units, --list places/);
  assert.ok(!existsSync(out));
  assert.equal(readdirSync(folder).filter((name) => name.includes('partial')).length, 0);
  assert.equal(run('--query', query, '--list', 'places').code, 0);
});

test('wrong usage is told with what is right', () => {
  for (const args of [
    [],
    ['--example', 'nothing'],
    ['--example', 'biggest-cuts', '--query', '-'],
    ['--example', 'biggest-cuts', '--format', 'xls'],
    ['--query', '-', '--variables', '['],
  ]) {
    const { code, err } = run(...args);
    assert.equal(code, 2, args.join(' '));
    assert.match(err, /error:/);
  }
  assert.match(run('--list-examples').out, /biggest-cuts\t/);
});

test('what is wrong with a query is told with its place, and no snapshot with how to make one', () => {
  const query = join(folder, 'wrong.graphql');
  writeFileSync(query, '{\n  outcomes { nodes { nothing } }\n}');
  assert.match(run('--query', query).err, /2:22: Cannot query field "nothing"/);
  const empty = join(folder, 'empty');
  const { err } = juzheng('export', '--data', empty, '--example', 'biggest-cuts');
  assert.match(err, /names no snapshot; run npm run import -- --data /);
  assert.ok(err.trim().endsWith(empty), err);
});

test('an example of several lists is its last, and one that finds nothing says so', () => {
  assert.equal(run('--example', 'what-is-missing').code, 0);
  const data = join(folder, 'other');
  const seed = join(folder, 'corpus');
  assert.equal(juzheng('corpus', '--reports', '1', '--seed', '1', '--out', seed).code, 0);
  assert.equal(juzheng('import', '--seed', seed, '--data', data).code, 0);
  const example = ['export', '--data', data, '--example', 'measures-to-outcomes'];
  const newest = juzheng(...example);
  assert.equal(newest.code, 0);
  assert.ok(newest.out.split('\n').length > 3, 'without the report of the seed it is the newest');
  const { code, err } = juzheng(...example, '--variables', '{"report": "xinghe-2023"}');
  assert.equal(code, 0);
  assert.match(err, /there is no row: nothing in .* is what this example asks for/);
});

test('what is no file is written into and never replaced, and a link leads to its file', async () => {
  const data = ['export', '--data', join(folder, 'data'), '--example', 'biggest-cuts'];
  const plain = run('--example', 'biggest-cuts').out;
  const place = mkdtempSync(join(folder, 'places-'));
  const pipe = join(place, 'pipe.csv');
  execFileSync('mkfifo', [pipe]);
  const reading = readFile(pipe, 'utf8');
  const { code, out, err } = juzheng(...data, '--out', pipe);
  assert.equal(code, 0, err);
  assert.equal(await reading, plain);
  assert.ok(lstatSync(pipe).isFIFO(), 'the pipe is still there');
  assert.equal(out, '');
  assert.match(err, /9 rows into .*pipe\.csv, which is no file: nothing that describes them/);

  mkdirSync(join(place, 'other'));
  const linked = join(place, 'other', 'linked.csv');
  const [link, chain] = [join(place, 'link.csv'), join(place, 'chain.csv')];
  symlinkSync('other/linked.csv', link);
  symlinkSync('link.csv', chain);
  for (const to of [link, chain]) {
    rmSync(linked, { force: true });
    for (const state of ['dangling', 'there']) {
      const { code: ended, out: said } = juzheng(...data, '--out', to);
      assert.equal(ended, 0, state);
      assert.ok(lstatSync(to).isSymbolicLink(), 'the link is still there');
      assert.equal(readFileSync(linked, 'utf8'), plain);
      assert.match(said, /other\/linked\.csv \(9 rows\) and .*other\/linked\.metadata\.json/);
    }
  }
  const toPipe = join(place, 'to-pipe.csv');
  symlinkSync('pipe.csv', toPipe);
  const again = readFile(pipe, 'utf8');
  assert.equal(juzheng(...data, '--out', toPipe).code, 0);
  assert.equal(await again, plain);
  assert.ok(lstatSync(toPipe).isSymbolicLink() && lstatSync(pipe).isFIFO());

  const loop = join(place, 'loop.csv');
  symlinkSync('loop.csv', loop);
  const looped = juzheng(...data, '--out', loop);
  assert.equal(looped.code, 1);
  assert.match(looped.err, /loop\.csv/);
  assert.deepEqual(readdirSync(place).toSorted(), [
    'chain.csv',
    'link.csv',
    'loop.csv',
    'other',
    'pipe.csv',
    'to-pipe.csv',
  ]);
  assert.deepEqual(readdirSync(join(place, 'other')).toSorted(), [
    'linked.csv',
    'linked.metadata.json',
  ]);
});
