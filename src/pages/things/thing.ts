import type { PagedKind } from '../../http/addresses.ts';
import type { Content } from '../html.ts';
import type { Words } from './sentence.ts';

/** The kinds of things that have addresses; the page of a report is one of its own. */
export type ThingKind = PagedKind;

/** The report that tells of a thing. */
type ToldIn = {
  code: string;
  title: string;
  titleZh: string;
  titleEn: string;
  year: number | null;
  publishedOn: string | null;
  place: { code: string; name: string };
  publisher: { code: string; name: string; nameZh: string } | null;
};

/** Things that belong together, a bounded number of them. */
export type ThingList = {
  title: string;
  items: readonly Content[];
  /** How many there are in all. */
  count: number;
  /** Where the others stand; null where no page or table holds them. */
  more: string | null;
};

/** What the page of a thing shows, whatever kind it is. */
export type Thing = {
  kind: ThingKind;
  code: string;
  /** In the language of the page. */
  title: string;
  /** What it is called in citations, with its figure, in Chinese and in English. */
  cited: { zh: string; en: string };
  /** A word beside the kind, such as the level of an outcome. */
  tag: string | null;
  figure: Content;
  /** Null for what no single report tells. */
  report: ToldIn | null;
  /** The words that prove it, each in its sentence. */
  quotes: readonly { label: string | null; words: readonly Words[] }[];
  facts: readonly (readonly [Content, Content])[];
  lists: readonly ThingList[];
  /** What only this kind shows. */
  beside?: Content;
  /** What it is in the vocabulary of schema.org. */
  structured: Readonly<Record<string, unknown>>;
};
