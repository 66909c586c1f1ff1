import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const durable: Proof[] = [{ file: 'importer/durable.test.ts' }];
const carriedOn: Proof[] = [{ file: 'importer/verified.long.ts', name: 'carried on' }];
const built: Proof[] = [{ file: 'importer/verified.long.ts', name: 'built from nothing' }];

/** Faults in how a new snapshot is verified and published. */
export const publishing: readonly Mutant[] = [
  ...mutantsOf('importer/publish/flush.ts', [
    {
      name: 'nothing is put onto the disk',
      from: '    fsyncSync(handle);',
      to: '',
      proofs: durable,
    },
  ]),
  ...mutantsOf('db/snapshot/history.ts', [
    {
      name: 'what was never published is told',
      from: 'entries.filter(({ number }) => number <= told)',
      to: 'entries',
      proofs: [{ file: 'importer/history.test.ts', name: 'written and never published' }],
    },
  ]),
  ...mutantsOf('importer/publish/publish.ts', [
    {
      name: 'a new snapshot is not put onto the disk',
      from: '  flush(path);\n',
      to: '',
      proofs: durable,
    },
    {
      name: 'a new pointer is not put onto the disk before it takes its place',
      from: '  flush(next);\n',
      to: '',
      proofs: durable,
    },
    {
      name: 'the name of the pointer is not put onto the disk',
      from: 'renameSync(next, join(data, pointerName));\n  flush(data);',
      to: 'renameSync(next, join(data, pointerName));',
      proofs: durable,
    },
    {
      name: 'the pointer is written in place',
      from: 'const next = join(data, temporary);',
      to: 'const next = join(data, pointerName);',
      proofs: [{ file: 'importer/durable.test.ts', name: 'whoever has the pointer open' }],
    },
    {
      name: 'the pointer comes before the snapshot',
      from: `  chmodSync(path, 0o444);
  flush(path);
  flush(data);
  point(data, pointer);`,
      to: `  point(data, pointer);
  chmodSync(path, 0o444);
  flush(path);
  flush(data);`,
      proofs: durable,
    },
    {
      name: 'a published snapshot may be written to',
      from: '  chmodSync(path, 0o444);\n  flush(path);',
      to: '  flush(path);',
      proofs: durable,
    },
    {
      name: 'the snapshot before is swept',
      from: '    pointer?.before?.file,\n',
      to: '',
      proofs: durable,
    },
  ]),
  ...mutantsOf('importer/snapshot/build-snapshot.ts', [
    {
      name: 'what is built is not verified at all',
      from: 'await verifySnapshot(path, counts, jobs, tell);',
      to: '',
      proofs: built,
    },
  ]),
  ...mutantsOf('db/groups/changed-groups.ts', [
    {
      name: 'what overlaps in a group is not counted again when it changes',
      from: 'crowded: sql`coalesce(crowds.n, 0)`',
      to: 'crowded: sql`0`',
      proofs: [
        {
          file: 'importer/changed-groups.long.ts',
          name: 'groups that are changed by what has changed are those that are made anew',
        },
      ],
    },
  ]),
  ...mutantsOf('importer/snapshot/update-snapshot.ts', [
    {
      name: 'what is carried on is not verified at all',
      from: 'if (problems.length === 0) verifyChange(path, changed, places, counts);',
      to: '',
      proofs: carriedOn,
    },
  ]),
  ...mutantsOf('importer/snapshot/verify-snapshot.ts', [
    {
      name: 'the parts of a new snapshot are told as verified and are not',
      from: '    verifyPart(file, part, counts);\n',
      to: '',
      proofs: built,
    },
  ]),
  ...mutantsOf('importer/snapshot/verify.ts', [
    {
      name: 'evidence is not held against the text',
      from: 'words === quote.exact,',
      to: 'true,',
      proofs: built,
    },
    {
      name: 'references are not verified in what is carried on',
      from: 'insist(broken === 0,',
      to: 'insist(true,',
      proofs: carriedOn,
    },
    {
      name: 'rows are not counted in what is built',
      from: 'insist(found === counts[name],',
      to: 'insist(true,',
      proofs: built,
    },
    {
      name: 'the full-text indexes are not counted in what is carried on',
      from: 'insist(indexed === entries,',
      to: 'insist(true,',
      proofs: carriedOn,
    },
  ]),
];
