import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const caching = (name: string): Proof[] => [{ file: 'server/http/caching.test.ts', name }];
const afterImport = caching('an import changes the tag of everything');

/** Faults in what caches are told, and in how contents are negotiated. */
export const cachingMutants: readonly Mutant[] = [
  ...mutantsOf('server/pages/send-route.ts', [
    {
      name: 'the tag of a page leaves the data version out',
      from: 'tagOfAnswer(snapshot.version, parts)',
      to: "tagOfAnswer('', [origin, site.path, site.language])",
      proofs: afterImport,
    },
    {
      name: 'a kept page outlives its data version',
      from: 'JSON.stringify([dataVersion, softwareVersion,',
      to: 'JSON.stringify([dataVersion.length, softwareVersion,',
      proofs: afterImport,
    },
    {
      name: 'a page that has no whole answer is kept',
      from: 'page.isWhole ? headers() : unkept',
      to: 'headers()',
      proofs: [{ file: 'pages/kept.test.ts', name: 'says of one question that it has no answer' }],
    },
  ]),
  ...mutantsOf('server/plugins/use-tables.ts', [
    {
      name: 'the tag of a table leaves the data version out',
      from: 'tagOfAnswer(version, [format, url.search])',
      to: "tagOfAnswer('', [format, url.search])",
      proofs: afterImport,
    },
    {
      name: 'CSV and JSON Lines have one tag',
      from: '[format, url.search]',
      to: '[url.search]',
      proofs: caching('a table asked for by GET'),
    },
  ]),
  ...mutantsOf('server/tables/send-example.ts', [
    {
      name: 'the tag of an example leaves the data version out',
      from: 'tagOfAnswer(version, [example.query,',
      to: "tagOfAnswer('', [example.query,",
      proofs: afterImport,
    },
  ]),
  ...mutantsOf('http/entity-tag.ts', [
    {
      name: 'a tag leaves the limits out that answers tell',
      from: 'packageFile.version, limitsTold(), publicOrigin(), ...parts',
      to: 'packageFile.version, publicOrigin(), ...parts',
      proofs: caching('the tag changes with the limits that are set'),
    },
  ]),
  ...mutantsOf('server/http/fast-path.ts', [
    {
      name: 'an answer with errors is kept',
      from: '!holdsErrors(body)',
      to: 'true',
      proofs: [{ file: 'server/query-process/served.test.ts', name: 'is stopped is answered' }],
    },
  ]),
  ...mutantsOf('server/http/caching.ts', [
    {
      name: 'the tag of an answer leaves the data version out',
      from: 'tagOfAnswer(dataVersion, [type, search])',
      to: "tagOfAnswer('', [type, search])",
      proofs: afterImport,
    },
    {
      name: 'the tag of an answer leaves its kind out',
      from: 'tagOfAnswer(dataVersion, [type, search])',
      to: 'tagOfAnswer(dataVersion, [search])',
      proofs: caching('the tag is that of the question and the kind of answer'),
    },
    {
      name: 'what fell is kept as long as what is served',
      from: 'snapshots.current().version === version ? kept : askAgain',
      to: 'version ? kept : askAgain',
      proofs: caching('caches are told how long as it is set'),
    },
  ]),
  ...mutantsOf('http/entity-tag.ts', [
    {
      name: 'a weak tag names nothing',
      from: "const named = entry.trim().replace(/^W\\//, '');",
      to: 'const named = entry.trim();',
      proofs: caching('an answer to GET may be kept'),
    },
  ]),
  ...mutantsOf('http/reply.ts', [
    {
      name: 'If-None-Match: * is met by a refusal',
      from: 'client.isRead && status === 200 && !holdsErrors',
      to: 'client.isRead && !holdsErrors',
      proofs: caching('If-None-Match: *'),
    },
    {
      name: 'If-None-Match: * is met by an answer that holds errors',
      from: 'client.isRead && status === 200 && !holdsErrors',
      to: 'client.isRead && status === 200',
      proofs: caching('If-None-Match: *'),
    },
    {
      name: 'a compressed answer has a strong tag',
      from: '...weakTag(headers), ',
      to: '',
      proofs: caching('a table asked for by GET carries a tag'),
    },
  ]),
  ...mutantsOf('http/encoding.ts', [
    {
      name: 'a coding that is excluded is taken',
      from: '(best ? qualityOf(best) : 0)',
      to: '(best ? qualityOf(best) : -1)',
      proofs: [{ file: 'server/http/compression.test.ts', name: 'the liked coding is taken' }],
    },
  ]),
];
