import { createHash } from 'node:crypto';

export type Consistency = {
  /** Looks at an answer, and says what is wrong with it; null for nothing. */
  look: (question: string, answer: string) => string | null;
  /** Learns which label an import gave to the data of a version. */
  expect: (version: string, label: string) => void;
  /** The versions that were seen. */
  seen: () => number;
  /** What became plain only after all imports were known. */
  wrong: () => string[];
};

/** Finds answers that mix two versions: one version gives one answer to a question, and only its own label. */
export function createConsistency(): Consistency {
  const answers = new Map<string, string>();
  const versions = new Set<string>();
  const labels = new Map<string, string>();
  const expected = new Map<string, string>();
  return {
    look(question, answer) {
      const version = /"dataVersion":"([0-9a-f]{64})"/.exec(answer)?.[1];
      if (version === undefined || !answer.startsWith('{"data":{')) {
        return `${question}: ${answer.slice(0, 200)}`;
      }
      versions.add(version);
      if (question === 'Mark') labels.set(version, /"label":"([^"]*)"/.exec(answer)?.[1] ?? '');
      const key = `${question} ${version}`;
      const digest = createHash('sha1').update(answer).digest('base64');
      const before = answers.get(key) ?? digest;
      answers.set(key, before);
      return digest === before ? null : `${question} has two answers of the version ${version}`;
    },
    expect: (version, label) => expected.set(version, label),
    seen: () => versions.size,
    wrong: () =>
      [...labels]
        .filter(([version, label]) => expected.get(version) !== label)
        .map(([version, label]) => `${version} said ${label}, not ${expected.get(version)}`),
  };
}
