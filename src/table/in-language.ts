import { Kind, TypeInfo, print, visit, visitWithTypeInfo } from 'graphql';
import type { ArgumentNode, GraphQLSchema } from 'graphql';
import { parseWithin } from '../validation/parse-within.ts';
import { fieldNames, ownFieldNames } from './field-names.ts';
import type { Name } from './field-names.ts';
import { valueNames } from './value-names.ts';
import type { AskParams } from './fetch-pages.ts';
import type { Cell } from './rows.ts';
import type { Column, ColumnField } from './table-shape.ts';

/** A language that tables are written in for readers. */
export type TableLanguage = keyof Name;

/** The language that `?lang=` asks for; null where it asks for none that is spoken: a table keeps the API's names. */
export function namedLanguageOf(url: URL): TableLanguage | null {
  const named = url.searchParams.get('lang');
  return named === 'zh' || named === 'en' ? named : null;
}

/** What a field is called; its own name where the dictionary has none. */
const nameOf = ({ type, field }: ColumnField, language: TableLanguage): string =>
  (ownFieldNames[`${type}.${field}`] ?? fieldNames[field])?.[language] ?? field;

/** What a thing is known by: a column of it is called as the thing. */
const byWhichKnown: ReadonlySet<string> = new Set(['name', 'title', 'label', 'exact', 'value']);

/** Rows of a connection tell nothing by being that. */
const ofRows: ReadonlySet<string> = new Set(['node', 'nodes', 'edges']);

/** What a text is told in, at the head of its column. */
const tongues: Readonly<Record<string, Name>> = {
  ZH: { zh: '中文', en: 'Chinese' },
  EN: { zh: '英文', en: 'English' },
};

/**
 * The heads of columns in a reader's words, each another one: the things that lead to a field, and the
 * field itself unless the thing is known by it (`举措` for `measure.title`). Columns that are called the same are told
 * apart by the language of their texts, and only then by the names that the question gives them.
 */
export function headsIn(columns: readonly Column[], language: TableLanguage): string[] {
  const short = columns.map(({ fields }) => headOf(fields, language, false));
  const whole = columns.map(({ fields }) => headOf(fields, language, true));
  const told = columns.map(({ fields }, index) => {
    const tongue = tongues[String(fields.at(-1)?.given['language'])];
    return `${whole[index] ?? ''}${tongue ? inBrackets(tongue[language], language) : ''}`;
  });
  const taken = new Set<string>();
  return columns.map(({ name }, index) => {
    const isAlone = (heads: readonly string[]) =>
      heads.filter((head) => head === heads[index]).length === 1 && !taken.has(heads[index] ?? '');
    const found =
      [short, whole, told].find(isAlone)?.[index] ??
      `${whole[index] ?? ''}${inBrackets(name, language)}`;
    taken.add(found);
    return found;
  });
}

/** The columns without those that tell what one before them tells: a title asked for in English as well, to a reader of English. */
export function withoutRepeats(columns: readonly Column[]): readonly Column[] {
  const seen = new Set<string>();
  return columns.filter(({ fields }) => {
    const asked = JSON.stringify(fields);
    return !seen.has(asked) && seen.add(asked);
  });
}

const inBrackets = (name: string, language: TableLanguage) =>
  language === 'zh' ? `（${name}）` : ` (${name})`;

function headOf(fields: readonly ColumnField[], language: TableLanguage, isWhole: boolean): string {
  const telling = fields.filter(({ field }) => !ofRows.has(field));
  const last = telling.at(-1);
  const isKnown = !isWhole && telling.length > 1 && last && byWhichKnown.has(last.field);
  return (isKnown ? telling.slice(0, -1) : telling)
    .map((field) => nameOf(field, language))
    .join(' · ');
}

const yes: Name = { zh: '是', en: 'yes' };
const no: Name = { zh: '否', en: 'no' };

/** A cell in a reader's words: values of closed lists by their names; all else as it is. */
export function cellIn({ valueType }: Column, cell: Cell, language: TableLanguage): Cell {
  if (typeof cell === 'boolean') return (cell ? yes : no)[language];
  const names = (valueNames as Readonly<Record<string, Readonly<Record<string, Name>>>>)[valueType];
  if (!names) return cell;
  const worded = (value: unknown) => names[String(value)]?.[language] ?? value;
  if (Array.isArray(cell)) return cell.map(worded);
  return typeof cell === 'string' ? (worded(cell) as string) : cell;
}

/** A question with every title, name and explanation in a language, where it says none itself. */
export function inLanguage(
  schema: GraphQLSchema,
  params: AskParams,
  language: TableLanguage,
): AskParams {
  const types = new TypeInfo(schema);
  const argument = argumentOf(language);
  try {
    const document = visit(
      parseWithin(params.query),
      visitWithTypeInfo(types, {
        Field(node) {
          const known = types.getFieldDef()?.args.some(({ name }) => name === 'language');
          const given = node.arguments ?? [];
          if (!known || given.some(({ name }) => name.value === 'language')) return undefined;
          return { ...node, arguments: [...given, argument] };
        },
      }),
    );
    return { ...params, query: print(document) };
  } catch {
    // What is wrong with it the API tells in its own words.
    return params;
  }
}

const argumentOf = (language: TableLanguage): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: { kind: Kind.NAME, value: 'language' },
  value: { kind: Kind.ENUM, value: language === 'zh' ? 'ZH' : 'EN' },
});
