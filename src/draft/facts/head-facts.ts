import type { ReportKind } from '../../vocabulary.ts';
import type { DraftSpan } from '../draft.ts';
import { edtfOf } from '../figures/periods/edtf-of-words.ts';
import { frontMatterOf, withoutMarkup } from '../structure/markup.ts';
import type { Composing } from './composing.ts';
import { titleOf } from './composing.ts';
import type { WrittenFacts } from './written.ts';

/** What is known of a report as a whole, from its text or from the file that held it. */
export type DraftHead = {
  readonly kind: ReportKind;
  /** Empty where nothing tells one. */
  readonly title: string;
  /** Code of GB/T 2260. */
  readonly place: string;
  /** The year that it reports on, and the words that say so; null where they do not stand in the text. */
  readonly year: {
    readonly value: number;
    readonly quote: DraftSpan;
    readonly isInferred: boolean;
  } | null;
  /** Code of the organization that published it, and the words that say so where the text has them. */
  readonly publisher: { readonly code: string; readonly quote: DraftSpan | null } | null;
  /** A day, `YYYY-MM-DD`, and its words where the text has them. */
  readonly publishedOn: { readonly value: string; readonly quote: DraftSpan | null } | null;
  readonly url: string | null;
};

const holdsWords = (line: string): boolean => /[\p{L}\p{N}]/u.test(line);

/** What facts say of the report as a whole. */
export function headFacts(
  { quoted }: Composing,
  { kind, title, place, year, publisher, publishedOn, url }: DraftHead,
): WrittenFacts['report'] {
  const named = publisher?.quote ? quoted.passageOf(publisher.quote) : null;
  const dated = publishedOn?.quote ? quoted.passageOf(publishedOn.quote) : null;
  const told = year ? quoted.passageOf(year.quote) : null;
  const lines = quoted.wordsOf({ start: 0, end: 400 }).split('\n');
  const first = lines.slice(frontMatterOf(lines)).map(withoutMarkup).find(holdsWords) ?? '';
  const opening = Array.from(first.trim()).slice(0, 40).join('');
  return {
    kind,
    title: titleOf(title, opening),
    place,
    ...(publisher && {
      publisher: named === null ? publisher.code : { code: publisher.code, quote: named },
    }),
    ...(publishedOn && {
      publishedOn: dated === null ? publishedOn.value : { date: publishedOn.value, quote: dated },
    }),
    ...(year &&
      told !== null && {
        period: {
          text: quoted.wordsOf(year.quote),
          quote: told,
          edtf: edtfOfYear(quoted.wordsOf(year.quote), year),
          ...(year.isInferred && { basis: 'INFERRED' as const }),
        },
      }),
    ...(url !== null && /^https?:\/\//.test(url) && URL.canParse(url) && { url }),
  };
}

/** 2023, 2021/2023 or 2023-01/2023-06, with question marks where no title says so. */
function edtfOfYear(words: string, { value, isInferred }: NonNullable<DraftHead['year']>): string {
  const report = { year: value, isStated: true };
  const edtf = edtfOf(words.replaceAll(/\s/gu, ''), { until: false, report }) ?? String(value);
  return isInferred ? edtf.replaceAll(/\d{4}(?:-\d\d)?/g, '$&?') : edtf;
}
