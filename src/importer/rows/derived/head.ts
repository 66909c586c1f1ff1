import { daysIn } from '../../../text/written-day.ts';
import type { Passage } from '../../read/shapes/terms.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { ReportContext } from '../report-context.ts';

/** Who published a report and when, as columns; with evidence where its own words say so. */
export function headColumns(context: ReportContext) {
  const { facts, evidence } = context;
  const { publisher, publishedOn } = facts.report;
  const quote = (field: string, words: Passage | undefined) =>
    words === undefined ? null : context.quote(words, undefined, ['report', field, 'quote']);
  const ofPublisher = typeof publisher === 'object' ? publisher.quote : undefined;
  const ofDay = typeof publishedOn === 'object' ? publishedOn.quote : undefined;
  return {
    publisherId: publisherOf(context),
    publisherEvidenceId: evidence(quote('publisher', ofPublisher)),
    publishedOn: dayOf(context),
    publishedOnEvidenceId: evidence(quote('publishedOn', ofDay)),
  };
}

function publisherOf({ facts, terms, report }: ReportContext): number | null {
  const { publisher } = facts.report;
  if (publisher === undefined) return null;
  const at = ['report', 'publisher'];
  return typeof publisher === 'string'
    ? terms.organizations.rowOf(publisher, at, report)
    : terms.organizations.rowOf(publisher.code, [...at, 'code'], report);
}

/** The day of publishing; words that are to prove it write that day. */
function dayOf({ facts, report }: ReportContext): string | null {
  const { publishedOn } = facts.report;
  if (publishedOn === undefined || typeof publishedOn === 'string') return publishedOn ?? null;
  const { date, quote } = publishedOn;
  const words = typeof quote === 'string' ? quote : quote.exact;
  if (!daysIn(words).includes(date)) {
    report(
      ['report', 'publishedOn', 'date'],
      'day-not-in-quote',
      `${quoted(words)} does not write the day ${date}.`,
      'Quote the words that write the day; without a quote the date is your own word.',
    );
  }
  return date;
}
