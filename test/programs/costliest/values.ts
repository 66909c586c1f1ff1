import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { GraphQLInputField, GraphQLInputObjectType, GraphQLInputType } from 'graphql';
import type { Random } from '../../support/corpus-rows.ts';
import type { Material } from './material.ts';

/** Whose codes an argument or a field of a filter takes; of others they are of the rows themselves. */
const typeOfCodes: Readonly<Record<string, string>> = {
  reports: 'Report',
  sections: 'Section',
  documents: 'Document',
  frameworkItems: 'FrameworkItem',
  organizations: 'Organization',
  publishers: 'Organization',
  issuers: 'Organization',
  awarders: 'Organization',
  frameworks: 'Framework',
  places: 'Place',
  placesWithin: 'Place',
  within: 'Place',
  parents: 'Place',
  indicators: 'Indicator',
  silentOn: 'Indicator',
  units: 'Unit',
};

/** Where a value stands: its argument or field, and the type of the rows that it is about. */
export type Spot = { name: string; of: string };

export type Values = ReturnType<typeof createValues>;

/** The type of the rows that a filter chooses from; null for another input. */
export const rowsOfFilter = (type: GraphQLInputType): string | null =>
  /^(\w+)Filter$/.exec(getNamedType(type).name)?.[1] ?? null;

const lengthOf = (text: string) => Array.from(text).length;

/** Fields of a filter that lead to other rows, and those that do not. */
export const stepsOf = (type: GraphQLInputObjectType): GraphQLInputField[] =>
  Object.values(type.getFields()).filter((field) => rowsOfFilter(field.type) !== null);
export const conditionsOf = (type: GraphQLInputObjectType): GraphQLInputField[] =>
  Object.values(type.getFields()).filter((field) => rowsOfFilter(field.type) === null);

/** Values for arguments, as the query language writes them: such as let much work be done. */
export function createValues(material: Material, { below, chance, pick }: Random) {
  const { characters, pairs, passages } = material;
  const longest = material.limit('searchCharacters', 200);

  function text(): string {
    switch (below(9)) {
      case 0:
        return fill(() => pick(characters), ' ');
      case 1:
        return fill(() => pick(pairs), ' ');
      case 2:
        return fill(() => pick(characters), '').slice(0, 1 + below(longest));
      case 3:
        return Array.from(passages.length > 0 ? pick(passages) : '一')
          .slice(0, 2 + below(longest))
          .join('');
      case 4:
        return pick(pairs);
      case 5:
        return Array.from({ length: 2 + below(4) }, () => pick(characters)).join(' ');
      case 6:
        return pick(['0', '1', '2', '%', 'e', 'a', '20', '。']);
      default:
        // The first are the commonest by far.
        return characters[below(chance(0.7) ? 5 : characters.length)] ?? '一';
    }
  }

  function fill(word: () => string, between: string): string {
    let filled = word();
    for (let next = word(); lengthOf(filled + between + next) <= longest; next = word()) {
      filled += between + next;
    }
    return filled;
  }

  const codeOf = (type: string) => {
    const codes = material.codes[type] ?? [];
    return codes.length > 0 ? pick(codes) : 'none';
  };
  const idOf = () => {
    const type = pick(Object.keys(material.codes));
    return `${type}:${codeOf(type)}`;
  };

  function scalar(type: string, { name, of }: Spot): string {
    if (type === 'Boolean') return String(chance(0.5));
    if (type === 'Int') return String(material.years.length > 0 ? pick(material.years) : 2023);
    if (type === 'Float') return String(pick([0, 1, 2, 100, -1000, 1_000_000]));
    if (type === 'ID') return JSON.stringify(of === 'Node' ? idOf() : `${of}:${codeOf(of)}`);
    if (name === 'text') return JSON.stringify(text());
    if (name === 'from') return '"1990-01-01"';
    if (name === 'to') return '"2030-12-31"';
    return JSON.stringify(codeOf(typeOfCodes[name] ?? of));
  }

  function list(type: GraphQLInputType, spot: Spot): string {
    const named = getNamedType(type);
    if (isEnumType(named) && chance(0.5)) {
      return `[${named
        .getValues()
        .map((each) => each.name)
        .join(', ')}]`;
    }
    const size = chance(0.3) ? 100 : 1 + below(5);
    const items = new Set(Array.from({ length: size }, () => valueOf(type, spot)));
    return `[${[...items].join(', ')}]`;
  }

  function valueOf(type: GraphQLInputType, spot: Spot): string {
    if (isNonNullType(type)) return valueOf(type.ofType, spot);
    if (isListType(type)) return list(type.ofType, spot);
    if (isEnumType(type)) return pick(type.getValues()).name;
    if (!isInputObjectType(type)) return scalar(type.name, spot);
    if (rowsOfFilter(type) !== null) return filterOf(type, below(3));
    const fields = Object.values(type.getFields());
    const chosen = type.isOneOf
      ? [pick(fields)]
      : fields.filter((field) => isRequiredInputField(field) || chance(0.7));
    return `{${chosen.map((field) => `${field.name}: ${valueOf(field.type, { ...spot, name: field.name })}`).join(', ')}}`;
  }

  /** A filter that takes so many steps from one row to others before it says what they must be. */
  function filterOf(type: GraphQLInputObjectType, steps: number): string {
    const of = rowsOfFilter(type) ?? '';
    const onward = stepsOf(type);
    if (steps > 0 && onward.length > 0) {
      const field = pick(onward);
      const next = getNamedType(field.type);
      if (isInputObjectType(next)) return `{${field.name}: ${filterOf(next, steps - 1)}}`;
    }
    const conditions = conditionsOf(type);
    const named = conditions.find(({ name }) => name === 'text');
    const chosen = named && chance(0.6) ? named : pick(conditions);
    return `{${chosen.name}: ${valueOf(chosen.type, { name: chosen.name, of })}}`;
  }

  return { text, valueOf, filterOf, codeOf, idOf };
}
