import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const limit = (name: string): Proof[] => [{ file: 'server/guard/limits.test.ts', name }];
const pool = (name: string): Proof[] => [{ file: 'server/query-process/pool.test.ts', name }];

const planning = (name: string): Proof[] => [
  { file: 'server/planning/plan-elsewhere.test.ts', name },
];

/** Faults in what one request and one client may do, and in the processes that are ended for it. */
export const limitMutants: readonly Mutant[] = [
  {
    name: 'a process that is stopped at its limit goes on, and its answer reaches the next client',
    changes: [
      {
        file: 'server/query-process/query-process.ts',
        from: '    link.kill();\n    ready = false;\n',
        to: '',
      },
    ],
    proofs: pool('what is stopped is ended'),
  },
  ...mutantsOf('server/query-process/query-process.ts', [
    {
      name: 'a process that is stopped at its limit is not ended',
      from: '    link.kill();\n',
      to: '',
      proofs: pool('what is stopped is ended'),
    },
  ]),
  ...mutantsOf('server/planning/plan-elsewhere.ts', [
    {
      name: 'what is asked again and again is planned elsewhere each time',
      from: 'if (known.count >= often || rests()) return null;',
      to: 'if (rests()) return null;',
      proofs: planning('what is asked again and again is planned here'),
    },
    {
      name: 'however many new questions come, nobody else is asked to plan them',
      from: '      if (allowance.left() < wakesBelow) void wake(asker);\n',
      to: '',
      proofs: planning('another process is woken once'),
    },
    {
      name: 'while a process begins, all that is new is planned by the one for which everybody waits',
      from: " || (state === 'AWAY' && waitsForBeginning(asker))",
      to: '',
      proofs: planning('what is new waits for a process that begins'),
    },
    {
      name: 'whoever has asked little waits for a process that begins like those who ask much',
      from: ' && !hasUsedLittle(asker)',
      to: '',
      proofs: planning('whoever has used little lately does not wait for a process'),
    },
    {
      name: 'whoever has asked little waits behind all that others have to be planned',
      from: 'hasUsedLittle(asker) ? little.patience : undefined',
      to: 'undefined',
      proofs: planning('whoever has used little lately does not wait behind all that'),
    },
  ]),
  ...mutantsOf('server/query-process/watch.ts', [
    {
      name: 'a process that stands still is waited for without an end',
      from: "if (performance.now() - since > bounds.wall) return 'wall';",
      to: '',
      proofs: pool('by the clock on the wall'),
    },
    {
      name: 'a process may take any memory',
      from: "if (bytes > bounds.memory) return 'memory';",
      to: '',
      proofs: pool('an answer that fills the memory'),
    },
  ]),
  ...mutantsOf('server/query-process/memory-budget.ts', [
    {
      name: 'processes that do nothing keep their memory beyond the budget of all',
      from: 'if (held() > total) retireIdle();',
      to: '',
      proofs: [{ file: 'server/query-process/memory-budget.test.ts' }],
    },
    {
      name: 'any number of processes go beyond their shares of memory',
      from: 'if (beyondShare) user.setBack();',
      to: 'if (beyondShare) return;',
      proofs: [
        { file: 'server/query-process/memory-budget.test.ts' },
        ...pool('of two answers that take much memory'),
      ],
    },
  ]),
  ...mutantsOf('server/query-process/child.ts', [
    {
      name: 'an answer of any length is sent',
      from: 'bytes > limits.answerBytes.value',
      to: 'bytes < 0',
      proofs: pool('an answer that fills the memory'),
    },
  ]),
  ...mutantsOf('server/query-process/held-place.ts', [
    {
      name: 'a process answers from whatever file has the name',
      from: "fileOf(identityAt(place.path) ?? '') === fileOf(place.identity)",
      to: 'identityAt(place.path) !== null',
      proofs: [
        { file: 'server/query-process/held.long.ts', name: 'opens no other file than the one' },
      ],
    },
  ]),
  ...mutantsOf('server/query-process/turns.ts', [
    {
      name: 'a newcomer waits behind the queue of another',
      from: 'standingOf(item, usage.of(item.client))',
      to: 'standingOf(item, 0)',
      proofs: [{ file: 'server/query-process/turns.test.ts' }],
    },
  ]),
  ...mutantsOf('server/guard/standing.ts', [
    {
      name: 'what a client has used counts as much as what is asked',
      from: 'const shareOfUsage = 1 / 4;',
      to: 'const shareOfUsage = 1;',
      proofs: [
        { file: 'server/guard/turns.test.ts' },
        { file: 'server/query-process/turns.test.ts' },
      ],
    },
    {
      name: 'what has waited long is overtaken for ever',
      from: 'const shareOfWait = 1 / 8;',
      to: 'const shareOfWait = 0;',
      proofs: [{ file: 'server/query-process/turns.test.ts' }],
    },
  ]),
  ...mutantsOf('validation/limit-rule.ts', [
    {
      name: 'a query may be one deeper than the limit',
      from: 'if (depth > limits.depth.value) {',
      to: 'if (depth > limits.depth.value + 1) {',
      proofs: limit('what lies at the limit depth'),
    },
    {
      name: 'a query at the limit of depth is refused',
      from: 'if (depth > limits.depth.value) {',
      to: 'if (depth >= limits.depth.value) {',
      proofs: limit('what lies at the limit depth'),
    },
  ]),
  ...mutantsOf('validation/measure-selections.ts', [
    {
      name: 'fields in fragments are not counted at the root',
      from: '      extent.roots += inner.roots;\n',
      to: '',
      proofs: limit('rootFields'),
    },
  ]),
  ...mutantsOf('validation/values.ts', [
    {
      name: 'variables may hold values of any depth',
      from: '.find(([, value]) => isTooDeep(value));',
      to: '.find(([, value]) => value === tooDeep);',
      proofs: limit('what lies at the limit valueDepth'),
    },
  ]),
  ...mutantsOf('fields/page.ts', [
    {
      name: 'a page may have any size',
      from: 'if (size < 0 || size > limits[limit].value) {',
      to: 'if (size < 0) {',
      proofs: limit('an argument beyond the limit'),
    },
  ]),
  ...mutantsOf('fields/work/estimate.ts', [
    {
      name: 'any number of rows may be read',
      from: 'if (rows > limits.rowsRead.value) {',
      to: 'if (rows < 0) {',
      proofs: [{ file: 'server/query-process/served.test.ts', name: 'more rows than may be read' }],
    },
    {
      name: 'an answer may be reckoned to have any length',
      from: 'if (bytes > limits.bytesReckoned.value && !isUnbounded) {',
      to: 'if (bytes < 0) {',
      proofs: limit('bytesReckoned'),
    },
  ]),
  ...mutantsOf('server/guard/concurrency-limit.ts', [
    {
      name: 'a place that is given back is not free',
      from: '      all -= 1;\n',
      to: '',
      proofs: [{ file: 'server/guard/concurrency-limit.test.ts' }],
    },
    {
      name: 'a client may have one more than its share',
      from: 'if (count >= perClient)',
      to: 'if (count > perClient)',
      proofs: [{ file: 'server/guard/concurrency-limit.test.ts' }],
    },
  ]),
  ...mutantsOf('server/guard/unread-answers.ts', [
    {
      name: 'an answer that was taken still counts',
      from: 'add(client, -(held.get(response) ?? 0));',
      to: '',
      proofs: [
        { file: 'server/guard/unread-answers.test.ts', name: 'answers count until they are taken' },
      ],
    },
  ]),
  ...mutantsOf('server/guard/client.ts', [
    {
      name: 'behind a proxy anybody may say who asks',
      from: '.at(-1)',
      to: '.at(0)',
      proofs: [{ file: 'server/http/security-headers.test.ts' }],
    },
  ]),
  ...mutantsOf('server/guard/address.ts', [
    {
      name: 'a request may name two hosts',
      from: 'if (countHosts(request) > 1) {',
      to: 'if (countHosts(request) > 2) {',
      proofs: [{ file: 'server/http/security-headers.test.ts' }],
    },
  ]),
];
