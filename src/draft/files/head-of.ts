import { indexCodePoints } from '../../text/code-points.ts';
import type { ReadDocument } from '../../readers/document.ts';
import type { DraftSpan } from '../draft.ts';
import { isReportKind } from './report-kind.ts';
import type { DraftHead } from '../facts/head-facts.ts';
import { quotedText } from '../facts/passage.ts';
import { findPlace, placeOfWords } from '../places/find-place.ts';
import type { FoundPlace } from '../places/find-place.ts';
import { isBodyName } from '../places/publisher-of.ts';
import { findHead } from '../structure/find-head.ts';
import { readAcross } from '../structure/reading.ts';

/** What a person says of a file beforehand; null for what the file is to tell. */
export type GivenHead = {
  /** A code of GB/T 2260 or a name. */
  readonly place: string | null;
  readonly year: number | null;
  readonly kind: string | null;
};

/** Who published a report by its own words or, without a quote, by what the file carries. */
export type NamedPublisher = {
  readonly name: string;
  readonly quote: DraftSpan | null;
  /** The tag or the words of the file that name it; null where the text does. */
  readonly from: string | null;
};

/** A report's head without its place and the code of its publisher, and what was found of these. */
export type FoundHead = {
  readonly head: Omit<DraftHead, 'place' | 'publisher'>;
  readonly publisher: NamedPublisher | null;
  readonly place: FoundPlace;
};

/** Reads from a file and its text what it says of the report as a whole. What a person says comes first. */
export function headOf(document: ReadDocument, given: GivenHead): FoundHead {
  const { text } = document;
  const quoted = quotedText(text);
  const found = findHead(readAcross(text));
  const inOneLine = (words: string) => words.replaceAll(/\s+/gu, '');
  const titled = found.title ? inOneLine(quoted.wordsOf(found.title)) : '';
  const title = titled === '' ? (document.title?.value ?? '') : titled;
  const signed = found.publisher && {
    name: inOneLine(quoted.wordsOf(found.publisher)),
    quote: found.publisher,
    from: null,
  };
  const claimed = document.publisher && {
    name: inOneLine(document.publisher.value),
    quote: null,
    from: document.publisher.from,
  };
  const publisher = signed && isBodyName(signed.name) ? signed : (claimed ?? signed);
  const dated = document.publishedOn && { value: document.publishedOn.value, quote: null };
  const year = given.year === null ? found.year : yearInText(quoted, given.year);
  return {
    head: {
      kind: isReportKind(given.kind) ? given.kind : found.kind,
      title,
      year,
      publishedOn: found.date ?? dated,
      url: document.address?.value ?? null,
    },
    publisher,
    place:
      given.place === null
        ? findPlace({
            title,
            publisher: [signed?.name, claimed?.name].join(' '),
            opening: quoted.wordsOf({ start: 0, end: 400 }),
          })
        : placeOfWords(given.place),
  };
}

/** The first words of a text that name a year which a person says; null where none do. */
function yearInText(quoted: ReturnType<typeof quotedText>, year: number): DraftHead['year'] {
  const at = quoted.text.search(new RegExp(`${year}年`, 'u'));
  if (at < 0) return null;
  const start = indexCodePoints(quoted.text).toOffset(at);
  const length = quoted.text.startsWith('年度', at + 4) ? 6 : 5;
  return { value: year, quote: { start, end: start + length }, isInferred: true };
}
