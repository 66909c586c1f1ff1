import { draftBounds } from '../../limits.ts';
import type { ReadDocument } from '../../readers/document.ts';
import type { Draft } from '../draft.ts';
import { draftReport } from '../draft-report.ts';
import { createFactsWriter } from '../facts/draft-facts.ts';
import type { DraftedFacts } from '../facts/draft-facts.ts';
import { factsDocument } from '../facts/yaml/facts-document.ts';
import type { DraftVocabulary } from '../facts/vocabulary.ts';
import { describePlace } from '../places/find-place.ts';
import { publisherOf } from '../places/publisher-of.ts';
import type { NewOrganization } from '../places/publisher-of.ts';
import { factsJson } from './base-file.ts';
import { headOf } from './head-of.ts';
import type { GivenHead, NamedPublisher } from './head-of.ts';
import { asJson } from './json-draft.ts';
import type { JsonDraft } from './json-draft.ts';
import { withinTime } from './within-time.ts';

/** What became of a file that was read. */
export type DraftedDocument =
  | {
      readonly outcome: 'DRAFTED';
      /** As JSON: it comes from another thread, which takes a text sooner than a tree of objects. */
      readonly facts: string;
      readonly counts: DraftedFacts['counts'];
      /** Code of GB/T 2260. */
      readonly place: string;
      /** The facts as they are written where no draft stands yet. */
      readonly text: string;
      /** The code of its folder, where no other has it. */
      readonly code: string;
      /** Its publisher, where the vocabulary lacks it. */
      readonly organization: NewOrganization | null;
    }
  | { readonly outcome: 'JSON'; readonly json: Omit<JsonDraft, 'file'> }
  /** Its place is to be named: these are the candidates, none where nothing names one. */
  | { readonly outcome: 'ASK'; readonly candidates: readonly string[] };

/** Drafts documents one after the other under a vocabulary: as facts, or as JSON for others to score. */
export function createDrafter(vocabulary: DraftVocabulary, version: string) {
  const writeFacts = createFactsWriter(vocabulary, version);
  const draftDocument = (
    document: ReadDocument,
    given: GivenHead,
    isJson: boolean,
  ): DraftedDocument => {
    const { text } = document;
    const { head, place, publisher } = headOf(document, given);
    const year = head.year?.value ?? given.year;
    const draft = (): Draft => draftReport(text, { vocabulary: vocabulary.vocabulary, year });
    if (isJson) return { outcome: 'JSON', json: asJson(draft(), document) };
    if (place.found !== 'ONE') {
      const candidates = place.found === 'SEVERAL' ? place.places.map(describePlace) : [];
      return { outcome: 'ASK', candidates };
    }
    const { code } = place.place;
    const named = publisher && publisherOf(publisher.name, place.place, vocabulary.organizations);
    const told = named && { code: named.code, quote: publisher.quote };
    const written = writeFacts(text, draft(), { ...head, place: code, publisher: told });
    const drafted = publisher && !named ? withLost(written, publisher) : written;
    return {
      outcome: 'DRAFTED',
      code: `${code}-${year ?? 'undated'}`,
      facts: factsJson(drafted.facts),
      counts: drafted.counts,
      place: code,
      text: factsDocument(drafted),
      organization: named?.added ?? null,
    };
  };
  return (document: ReadDocument, given: GivenHead, isJson: boolean): DraftedDocument =>
    withinTime(draftBounds.milliseconds, () => draftDocument(document, given, isJson));
}

/** Tells of a publisher that is no body, such as the account of one. */
function withLost(drafted: DraftedFacts, { name, from }: NamedPublisher): DraftedFacts {
  const why = `it is told as the publisher${from === null ? '' : ` by ${from}`}, and is the name of no body: add it to vocabulary/organizations.yaml, and its code as the publisher`;
  return { ...drafted, left: [{ words: name, why }, ...drafted.left] };
}
