import { BreakingChangeType, DangerousChangeType, findSchemaChanges } from 'graphql';
import type { GraphQLSchema } from 'graphql';

const noted: ReadonlySet<string> = new Set([
  ...Object.values(BreakingChangeType),
  ...Object.values(DangerousChangeType),
]);

/** A field, an argument or a directive; failing these, the first name that begins no sentence of its own. */
const coordinate = /@?\w+\.\w+(?:\(\w+:\))?|@\w+/;
const sentenceBegins = /^(?:Standard scalar|Field|Argument|Enum value|Description of|An? \w+ \w+) /;

/** What a change is about, as a schema coordinate: `Report.title(language:)`, `Report.title`, `Report`. */
function coordinateOf(description: string): string {
  const found = coordinate.exec(description)?.[0];
  return found ?? /\w+/.exec(description.replace(sentenceBegins, ''))?.[0] ?? description;
}

/** The part of a log of changes that is not released yet; empty where there is none. */
export const unreleasedOf = (log: string): string =>
  /^## Unreleased\n(.*?)(?=^## |(?![\s\S]))/ms.exec(log)?.[1] ?? '';

/**
 * The changes from one schema to the next that can break a client and that the log does not name, each
 * behind the name that the log has to give it. An argument is named by its field too.
 */
export function unnoted(released: GraphQLSchema, now: GraphQLSchema, log: string): string[] {
  const names = new Set([...unreleasedOf(log).matchAll(/`([^`]+)`/g)].map(([, name]) => name));
  return findSchemaChanges(released, now)
    .filter(({ type }) => noted.has(type))
    .map(({ description }) => ({ description, own: coordinateOf(description) }))
    .filter(({ own }) => !names.has(own) && !names.has(own.replace(/\(.*$/, '')))
    .map(({ description, own }) => `\`${own}\`: ${description}`);
}
