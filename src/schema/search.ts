import { searchable } from '../db/search/searchable.ts';
import { connection } from '../fields/connection.ts';
import { listOfRow, namedRow } from '../fields/kinds/statement.ts';
import type { StatementRow } from '../fields/kinds/statement.ts';
import type { Snippet, Span } from '../text/search/snippet.ts';
import type { SearchType as SearchTypeName, WordSource as WordSourceName } from '../vocabulary.ts';
import { builder, rootFields } from './builder.ts';
import { SearchType, WordSource } from './enums.ts';
import { searchFacets, searchStatement } from './search-statement.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: Object.values(searchable).map(({ typename }) => typename) as never,
});

const Highlight = builder.objectRef<Span>('Highlight').implement({
  description: 'Where words that were searched for stand in a snippet.',
  fields: (t) => ({
    start: t.exposeInt('start', {
      description: 'Code points from the start of the snippet’s text.',
    }),
    end: t.exposeInt('end', { description: 'Where they end, that place itself not included.' }),
  }),
});

/** A stretch of a text; `start` is its place in the report, null where the words are not its own. */
type FoundSnippet = Omit<Snippet, 'start'> & { source: WordSourceName; start: number | null };

const SnippetType = builder.objectRef<FoundSnippet>('Snippet').implement({
  description: 'A stretch of a text with the words that were found in it (摘录).',
  fields: (t) => ({
    source: t.expose('source', {
      type: WordSource,
      description: 'Which text it is taken from.',
    }),
    text: t.exposeString('text', {
      description: 'The stretch, to the letter and without any marks.',
    }),
    start: t.exposeInt('start', {
      nullable: true,
      description:
        'Where it begins in the report’s text, in code points; null for words that are not the report’s.',
    }),
    highlights: t.expose('highlights', {
      type: [Highlight],
      description: 'Where the words stand in it, in order.',
    }),
  }),
});

/**
 * To find the words in the texts of a hit takes as long as to read so many rows; it can hold them in so
 * many of its texts, and so many of them are marked in each.
 */
const costsOfSnippets = { rows: 300, items: 7, inner: 10 };

const SearchHit = builder
  .objectRef<StatementRow & { type: SearchTypeName }>('SearchHit')
  .implement({
    description: 'Something that a search found (命中).',
    fields: (t) => ({
      type: t.expose('type', { type: SearchType, description: 'What kind of thing it is.' }),
      node: t.field({
        type: SearchResult,
        description: 'The thing that was found.',
        ...namedRow(builder, {
          value: 'id',
          column: 'searchId',
          isUnique: true,
          of: { by: 'type', tables: searchable },
        }),
      }),
      snippets: t.field({
        type: [SnippetType],
        description:
          'Where the words stand in it, one stretch of each of its texts that holds any.',
        ...listOfRow<FoundSnippet>('snippets', costsOfSnippets),
      }),
    }),
  });

const hits = connection(builder, 'SearchHit', {
  node: SearchHit,
  of: 'hits',
  facets: searchFacets,
});

export const searchRoots = rootFields((t) => ({
  search: t.statement(searchStatement, {
    connection: hits,
    description:
      'Everything that holds all the words: those that hold them in their title come first, and among equals the shorter title.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Words, parted by spaces; all of them must stand there. Chinese words of one, two or more characters, Latin words and digits, in any width; punctuation counts to the letter, and none of it is syntax. A figure is found as a whole: 43件 does not find 243件. At most 200 characters.',
      }),
    },
  }),
}));
