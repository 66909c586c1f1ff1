import type { TableName } from '../relations.ts';

const ofFacts = ['reportId', 'reviewState'] as const;
const ofPlaced = [...ofFacts, 'placeId', 'year'] as const;

/**
 * The columns of which it is stored how many rows have each value: those of facets and of plain filters, and those
 * that lead to units, of which the statistics ask as well.
 */
export const countedColumns: Readonly<Partial<Record<TableName, readonly string[]>>> = {
  reports: ['kind', 'placeId', 'year'],
  sections: ['reportId'],
  measures: [...ofPlaced, 'sectionId', 'stage', 'followUp'],
  outcomes: [
    ...ofPlaced,
    'sectionId',
    'level',
    'unitId',
    'baselineUnitId',
    'indicatorId',
    'valueType',
    'qualifier',
    'dimensionZh',
    'populationZh',
    'periodKey',
    'periodBasis',
  ],
  targets: [
    ...ofPlaced,
    'sectionId',
    'unitId',
    'baselineUnitId',
    'indicatorId',
    'ownerId',
    'verdict',
    'verdictReason',
    'valueType',
    'qualifier',
  ],
  problems: [...ofPlaced, 'sectionId'],
  links: [...ofFacts, 'basis'],
  checks: [...ofFacts, 'kind', 'verdict', 'reason'],
  documents: [...ofFacts, 'issuerId'],
  honours: [...ofFacts, 'placeId', 'awarderId'],
  numerals: ['kind', 'claim', 'reportId', 'sectionId'],
  uncoveredClauses: ['reportId', 'sectionId'],
  retiredCodes: ['type', 'reportId'],
};

/** Under which name it is kept of a column how many rows have each value, and where these lie in an order. */
export const countsOf = (table: TableName, column: string) => `${table}.${column}`;
/** Under which name it is kept how many rows each table has. */
export const rowCounts = 'rows';

/** The same of rows that a step leads to. */
export const nameOfStep = (
  table: TableName,
  { relation, column = '*' }: { relation: string; column?: string | undefined },
) => `${table}.${relation}.${column}`;
