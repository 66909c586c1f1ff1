import { getOperationAST } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, VariableValues } from 'graphql';
import { unknownCodes } from '../../db/codes/known-codes.ts';
import type { CodeStore } from '../../db/codes/known-codes.ts';
import type { TableName } from '../../db/relations.ts';
import { nearestCodes } from '../../db/codes/near-codes.ts';
import { hasRetired, retirementOf } from '../../db/codes/retired-codes.ts';
import type { Retirement } from '../../db/codes/retired-codes.ts';
import type { MaybeLater } from '../../db/store.ts';
import { limits } from '../../limits.ts';
import { codeFiltersOf, isSelectedByVariables } from './code-filters.ts';
import type { CodeReader } from './code-filters.ts';
import { parseGlobalId } from '../global-id.ts';
import { oncePer } from '../once-per.ts';
import { readQuestion } from '../variables.ts';
import type { Question } from '../variables.ts';

/** That something in a question is probably not meant so, though it was answered. */
export type Warning = {
  message: string;
  code: 'UNKNOWN_CODE' | 'RETIRED_CODE';
  /** The names of the field and of those around it, as the answer has them. */
  path: readonly string[];
  /** Where in the field’s arguments it stands, as `filter.measures.reports`. */
  argument: string;
  /** The code that is not there, its beginning where it is long. */
  unknownCode: string;
  /** The codes that are spelt nearest, the nearest first; of a retired code, what took its place if it is of the same kind. */
  suggestions: readonly string[];
  /** Of a retired code: the id of what took its place, null where nothing did. */
  replacement?: string | null;
};

/** What is to be said of a question beside its answer; an empty list for nearly every one. */
export type Warn = (question: Question & { store: CodeStore }) => MaybeLater<readonly Warning[]>;

/** How many characters of an unknown code are told. */
const shown = 80;

/**
 * Tells of the codes in filters that do not exist and which are near, and of retired codes there and in
 * look-ups what took their place.
 */
export function createWarn(schema: GraphQLSchema): Warn {
  /** Those of an operation; null where its variables say what is selected. */
  const readersOf = oncePer((operation: OperationDefinitionNode, document: DocumentNode) =>
    isSelectedByVariables(document)
      ? null
      : codeFiltersOf(schema, { document, operation, variables: noVariables }),
  );

  function warnWith(
    { store, ...question }: Parameters<Warn>[0],
    known: readonly CodeReader[] | null,
    areRetired: boolean,
  ): MaybeLater<readonly Warning[]> {
    const worthReading = ({ isLookUp }: CodeReader) => !isLookUp || areRetired;
    // Without reading the variables: most questions name no codes of which anything could be said.
    if (known && !known.some(worthReading)) return [];
    const asked = readQuestion(schema, question);
    if (!asked) return [];
    const readers = known ?? codeFiltersOf(schema, asked);
    const named = readers.filter(worthReading).flatMap(({ read }) => read(asked.variables));
    return warnOf(named, store);
  }

  return (question) => {
    const { document, operationName, store } = question;
    const operation = getOperationAST(document, operationName);
    const known = (operation && readersOf(operation, document)) ?? null;
    if (known?.length === 0) return [];
    // Only of a look-up that names none but codes that are there nothing else is to be said.
    const isAsked = known?.some(({ isLookUp }) => isLookUp) ?? true;
    const areRetired = isAsked && hasRetired(store);
    return typeof areRetired === 'boolean'
      ? warnWith(question, known, areRetired)
      : areRetired.then((are) => warnWith(question, known, are));
  };
}

const noVariables: VariableValues = { sources: {}, coerced: {} };

/** What is to be said of a code, wherever it stands. */
type Words = Omit<Warning, 'path' | 'argument'>;

async function warnOf(
  named: ReturnType<CodeReader['read']>,
  store: CodeStore,
): Promise<readonly Warning[]> {
  const warnings: Warning[] = [];
  /** By table and code: what is to be said of it, and the places of which it was. */
  const told = new Map<string, { words: Words; places: Set<string> }>();
  let checked = 0;
  for (const { path, argument, table, codes: given, isLookUp = false } of named) {
    const looked = given.slice(0, Math.max(0, limits.codesChecked.value - checked));
    checked += looked.length;
    if (looked.length === 0) break;
    const codes = [...new Set(looked)];
    const keyOf = (code: string) => `${table} ${code}`;
    const most = limits.codeWarnings.value - told.size;
    const fresh = codes.filter((code) => !told.has(keyOf(code)));
    // oxlint-disable-next-line no-await-in-loop -- how many are left to be told depends on those before
    const all = await wordsOf(store, table, { codes: fresh, most, isLookUp });
    for (const { code, words } of all) {
      told.set(keyOf(code), { words, places: new Set() });
    }
    const place = [...path, argument].join(' ');
    for (const code of codes) {
      const known = told.get(keyOf(code));
      if (!known || known.places.has(place)) continue;
      if (known.places.size >= limits.codePlaces.value) continue;
      known.places.add(place);
      warnings.push({ ...known.words, path, argument });
    }
  }
  return warnings;
}

/** Those of some codes of which something is to be said, no more than `most`, each with what. */
async function wordsOf(
  store: CodeStore,
  table: TableName,
  { codes, most, isLookUp }: { codes: readonly string[]; most: number; isLookUp: boolean },
): Promise<readonly { code: string; words: Words }[]> {
  if (most <= 0) return [];
  // A retired code is never given again, so that what a look-up names need not be looked for as well.
  const doubtful = isLookUp ? codes : await unknownCodes(store, table, { codes, most });
  const found: { code: string; words: Words }[] = [];
  for (const code of doubtful) {
    if (found.length >= most) break;
    // oxlint-disable-next-line no-await-in-loop -- no more are looked up than are told
    const words = await wordsFor(store, { table, code, isLookUp });
    if (words) found.push({ code, words });
  }
  return found;
}

async function wordsFor(
  store: CodeStore,
  { table, code, isLookUp }: { table: TableName; code: string; isLookUp: boolean },
): Promise<Words | null> {
  const retirement = await retirementOf(store, table, code);
  if (retirement) return describeRetired(table, code, retirement);
  return isLookUp ? null : describeUnknown(store, table, code);
}

async function describeUnknown(store: CodeStore, table: TableName, code: string) {
  const most = limits.codeSuggestions.value;
  const suggestions = await nearestCodes(store, table, { code, most });
  const unknownCode = shorten(code);
  const near = suggestions.map((each) => JSON.stringify(each)).join(', ');
  const message = `There is no ${nounOf(table)} with the code ${JSON.stringify(unknownCode)}${near && `; nearest: ${near}`}.`;
  return { message, code: 'UNKNOWN_CODE' as const, unknownCode, suggestions };
}

function describeRetired(table: TableName, code: string, { replacement, reason }: Retirement) {
  const unknownCode = shorten(code);
  const successor = replacement === null ? null : parseGlobalId(replacement);
  const isSameKind = successor?.typename.toLowerCase() === nounOf(table);
  const instead = replacement === null ? 'nothing took its place' : `see ${replacement}`;
  return {
    message: `The ${nounOf(table)} ${JSON.stringify(unknownCode)} is given no longer; ${instead}. ${reason.en ?? reason.zh}`,
    code: 'RETIRED_CODE' as const,
    unknownCode,
    suggestions: successor && isSameKind ? [successor.id] : [],
    replacement,
  };
}

const shorten = (code: string) => (code.length > shown ? `${code.slice(0, shown)}…` : code);

/** `frameworkItems` as `framework item`. */
const nounOf = (table: TableName) =>
  table.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/s$/, '');
