import { connection } from '../fields/connection.ts';
import { withSpec } from '../fields/field-spec.ts';
import { search, tablesFound } from '../fields/search.ts';
import type { FoundWords, Hit } from '../fields/search.ts';
import { maximumPageSize } from '../fields/page.ts';
import type { Span } from '../text/search/snippet.ts';
import { builder, rootFields } from './builder.ts';
import { SearchType, WordSource } from './enums.ts';
import { Document } from './document.ts';
import { Indicator } from './indicator.ts';
import { Measure } from './measure.ts';
import { Organization } from './organization.ts';
import { Outcome } from './outcome.ts';
import { Place } from './place.ts';
import { Report } from './report.ts';
import { Section } from './section.ts';

const SearchResult = builder.unionType('SearchResult', {
  description: 'What a search can find.',
  types: [Report, Section, Measure, Outcome, Document, Indicator, Organization, Place],
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

const SnippetType = builder.objectRef<FoundWords>('Snippet').implement({
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

const SearchHit = builder.objectRef<Hit>('SearchHit').implement({
  description: 'Something that a search found (命中).',
  fields: (t) => ({
    type: t.expose('type', { type: SearchType, description: 'What kind of thing it is.' }),
    node: t.field({
      type: SearchResult,
      description: 'The thing that was found.',
      extensions: withSpec({ kind: 'hitNode', tables: tablesFound }),
      resolve: ({ node }) => node as never,
    }),
    snippets: t.field({
      type: [SnippetType],
      description: 'Where the words stand in it, one stretch of each of its texts that holds any.',
      extensions: withSpec({ kind: 'snippets' }),
      resolve: ({ snippets }) => snippets(),
    }),
  }),
});

const hits = connection(builder, 'SearchHit', { node: SearchHit, of: 'hits' });

export const searchRoots = rootFields((t) => ({
  search: t.field({
    type: hits,
    description:
      'Everything that holds all the words: those that hold them in their title come first, and among equals the shorter title.',
    args: {
      text: t.arg.string({
        required: true,
        description:
          'Words, parted by spaces; all of them must stand there. Chinese words of one, two or more characters, Latin words and digits, in any width and with any punctuation: nothing is syntax. At most 200 characters.',
      }),
      types: t.arg({
        type: [SearchType],
        description: 'Only these types; an empty list matches nothing.',
      }),
      reports: t.arg.stringList({ description: 'Only what belongs to reports of these codes.' }),
      placesWithin: t.arg.stringList({
        description: 'Only what belongs to reports of these places, and of every place in them.',
      }),
      years: t.arg.intList({ description: 'Only what belongs to reports of these years.' }),
      first: t.arg.int({
        description: `How many from the start, from 0 to ${maximumPageSize}; 20 if neither first nor last is given.`,
      }),
      after: t.arg.string({ description: 'Only those after this cursor.' }),
      last: t.arg.int({ description: `How many from the end, from 0 to ${maximumPageSize}.` }),
      before: t.arg.string({ description: 'Only those before this cursor.' }),
    },
    extensions: withSpec({ kind: 'search' }),
    resolve: (_root, args, context, info) => search(builder, args, context, info),
  }),
}));
