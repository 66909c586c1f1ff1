import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const retired: Proof[] = [{ file: 'server/retired.test.ts' }];
const changedFile = (name: string): Proof[] => [
  { file: 'server/changed-file.long.ts', name, isSlow: true },
];
const held = (name: string): Proof[] => [{ file: 'importer/held-snapshots.test.ts', name }];
/** These start other processes. */
const heldElsewhere = (name: string) => held(name).map((proof) => ({ ...proof, isSlow: true }));

/** Faults in how snapshots are opened, held, watched and let go, and in the locks on them. */
export const snapshots: readonly Mutant[] = [
  ...mutantsOf('server/snapshots/retired.ts', [
    {
      name: 'a held snapshot is closed early',
      from: 'if (held.has(old) || isInUse(old)) return wait(old);',
      to: 'if (isInUse(old)) return wait(old);',
      proofs: retired,
    },
    {
      name: 'a snapshot that somebody uses without holding it is closed early',
      from: 'if (held.has(old) || isInUse(old)) return wait(old);',
      to: 'if (held.has(old)) return wait(old);',
      proofs: retired,
    },
    {
      name: 'who lets go of a snapshot lets go for all',
      from: 'if (others > 0) held.set(snapshot, others);',
      to: 'if (others > 9) held.set(snapshot, others);',
      proofs: retired,
    },
    {
      name: 'who lets go of a snapshot twice lets go for another',
      from: '          if (!holding) return;\n',
      to: '',
      proofs: retired,
    },
    {
      name: 'a snapshot is closed as soon as another is served',
      from: '    }, graceSeconds * 1000);',
      to: '    }, graceSeconds);',
      proofs: retired,
    },
    {
      name: 'a snapshot that nobody holds is never closed',
      from: '      timers.delete(old);\n      end(old);',
      to: '      timers.delete(old);',
      proofs: retired,
    },
  ]),
  ...mutantsOf('server/tables/send-table.ts', [
    {
      name: 'a table lets go of its snapshot before it is read',
      from: "    stream.once('close', release);",
      to: '    release();',
      proofs: [
        {
          file: 'table/table-streams.long.ts',
          name: 'only its first pages asked: csv, id',
          isSlow: true,
        },
      ],
    },
  ]),
  ...mutantsOf('db/snapshot/check-file.ts', [
    {
      name: 'a snapshot is opened whatever its digest',
      from: 'if (digest !== null && sha256 !== undefined && digest !== sha256)',
      to: 'if (digest === sha256 && digest === undefined)',
      proofs: [
        {
          file: 'importer/update-snapshot.long.ts',
          name: 'a snapshot that is not what was published',
        },
      ],
    },
    {
      name: 'a snapshot of other tables is opened',
      from: 'if (version !== tablesVersion) {',
      to: 'if (version === undefined) {',
      proofs: held('no snapshot of these tables'),
    },
  ]),
  ...mutantsOf('server/snapshots/prove-file.ts', [
    {
      name: 'a changed file is answered from',
      from: '      if (digest !== expected)\n',
      to: '      if (digest === undefined)\n',
      proofs: changedFile('a new import makes good what was changed'),
    },
  ]),
  ...mutantsOf('db/client.ts', [
    {
      name: 'the lock of an import keeps nobody out',
      from: `client.pragma('journal_mode = memory');
    client.exec('begin exclusive');`,
      to: `client.pragma('journal_mode = memory');
    client.exec('begin');`,
      proofs: held('keeps the other out'),
    },
    {
      name: 'a snapshot that another process has open is swept',
      from: `fileMustExist: true });
  try {
    client.exec('begin exclusive');`,
      to: `fileMustExist: true });
  try {
    client.exec('begin');`,
      proofs: heldElsewhere('a snapshot that another process has open'),
    },
    {
      name: 'a snapshot that is open has no lock',
      from: "  client.exec('begin');\n",
      to: '',
      proofs: heldElsewhere('a snapshot that another process has open'),
    },
    {
      name: 'a snapshot is mapped into memory',
      from: "client.pragma('mmap_size = 0');",
      to: "client.pragma('mmap_size = 1000000000');",
      proofs: held('is not mapped into memory'),
    },
  ]),
  ...mutantsOf('db/snapshot/held-file.ts', [
    {
      name: 'a descriptor of a held snapshot is closed, and with it the lock',
      from: '  if (entry.holders > 0) return;\n',
      to: '',
      proofs: heldElsewhere('reading a snapshot again'),
    },
  ]),
  ...mutantsOf('importer/publish/rollback.ts', [
    {
      name: 'a rollback takes no lock',
      from: 'const release = lock(data);',
      to: 'const release = () => {};',
      proofs: held('keeps the other out'),
    },
  ]),
];
