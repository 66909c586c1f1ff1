import type { TableName, relations } from '../relations.ts';

type Tables = typeof relations;
type RowOf<Name extends TableName> = Tables[Name]['table']['$inferInsert'];

/** The columns of a table that lead to words of the report. */
type EvidenceColumn<Name extends TableName> = Extract<
  keyof RowOf<Name>,
  'evidenceId' | `${string}EvidenceId`
>;

/** The tables whose rows words of the report prove. */
type ProvedTable = {
  [Name in TableName]: EvidenceColumn<Name> extends never ? never : Name;
}[TableName];

/**
 * What the words tell that a column leads to: a fact of its row, so that no clause that holds them is left
 * uncovered; or what names, dates or frames the facts and is none itself.
 */
type Tells = 'FACT' | 'FRAME';

/** All columns that lead to words of the report. Whoever adds one says here what the words tell. */
export const evidenceColumns = {
  reports: {
    periodEvidenceId: 'FRAME',
    publisherEvidenceId: 'FRAME',
    publishedOnEvidenceId: 'FRAME',
  },
  reportOrganizations: { evidenceId: 'FRAME' },
  reportParts: { evidenceId: 'FRAME' },
  documents: { evidenceId: 'FACT' },
  honours: { evidenceId: 'FACT' },
  // The follower's words stand in another report, and prove nothing of this one.
  measures: { evidenceId: 'FACT', followerEvidenceId: 'FRAME' },
  measureActs: { evidenceId: 'FACT' },
  outcomes: { evidenceId: 'FACT', periodEvidenceId: 'FACT' },
  links: { evidenceId: 'FACT' },
  continuations: { evidenceId: 'FACT' },
  targets: { evidenceId: 'FACT', dueEvidenceId: 'FACT' },
  problems: { evidenceId: 'FACT', causeEvidenceId: 'FACT' },
  problemFigures: { evidenceId: 'FACT' },
  answers: { evidenceId: 'FACT' },
  checks: { evidenceId: 'FRAME' },
} as const satisfies {
  [Name in ProvedTable]: Readonly<Record<EvidenceColumn<Name>, Tells>>;
};
