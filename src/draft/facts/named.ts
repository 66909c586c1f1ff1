import { seedBounds } from '../../limits.ts';
import { said, titleOf } from './composing.ts';
import type { Composing } from './composing.ts';
import type { DraftHead } from './head-facts.ts';
import type { WrittenFacts } from './written.ts';

/** The documents, organizations and honours that a text names, each once. */
export function namedThings(
  composing: Composing,
  { place, publisher }: Pick<DraftHead, 'place' | 'publisher'>,
  ids: WeakMap<object, string>,
): Pick<WrittenFacts, 'documents' | 'organizations' | 'honours'> {
  const documents = documentsOf(composing, ids);
  const organizations = organizationsOf(composing, publisher, ids);
  const honours = honoursOf(composing, place, ids);
  return {
    ...(organizations.length > 0 && { organizations }),
    ...(documents.length > 0 && { documents }),
    ...(honours.length > 0 && { honours }),
  };
}

const numbered = (kind: string, nth: number) => `${kind}-${String(nth + 1).padStart(2, '0')}`;

function documentsOf(
  { draft, quoted, vocabulary, concessions }: Composing,
  ids: WeakMap<object, string>,
) {
  const seen = new Set<string>();
  const documents = draft.documents.flatMap((document, nth) => {
    const id = `document ${nth}`;
    const { title, issuer } = document;
    if (!concessions.isLive(id) || seen.has(title)) return [];
    const quote = quoted.passageOf(document);
    if (quote === null) {
      concessions.drop(id, 'its words cannot be told from others');
      return [];
    }
    seen.add(title);
    const code = issuer === null ? undefined : vocabulary.organizations.get(issuer);
    const written = {
      code: '',
      title: titleOf(title, quoted.wordsOf(document)),
      ...(code !== undefined && { issuer: code }),
      quote,
      ...said(document),
    };
    ids.set(written, id);
    return [written];
  });
  return documents
    .slice(0, seedBounds.ofReport)
    .map((each, nth) => coded(ids, each, numbered('d', nth)));
}

function organizationsOf(
  { draft, quoted, vocabulary, concessions }: Composing,
  publisher: DraftHead['publisher'],
  ids: WeakMap<object, string>,
) {
  const seen = new Set<string>();
  const signed = publisher?.quote ? quoted.wordsOf(publisher.quote).replaceAll(/\s/gu, '') : null;
  return draft.organizations
    .filter(({ name }) => name !== signed) // The head of the report names it.
    .flatMap((organization) => {
      const code = vocabulary.organizations.get(organization.name);
      if (!concessions.isLive(organization.id) || seen.has(code ?? '')) return [];
      const quote = code === undefined ? null : quoted.passageOf(organization);
      if (code === undefined || quote === null) {
        const why =
          code === undefined
            ? 'it is not in vocabulary/organizations.yaml'
            : 'its words cannot be told from others';
        concessions.drop(organization.id, why);
        return [];
      }
      seen.add(code);
      const written = { code, quote, ...said(organization) };
      ids.set(written, organization.id);
      return [written];
    })
    .slice(0, seedBounds.ofReport);
}

function honoursOf(
  { draft, quoted, vocabulary, concessions }: Composing,
  place: string,
  ids: WeakMap<object, string>,
) {
  const honours = draft.honours.flatMap((honour, nth) => {
    const id = `honour ${nth}`;
    const quote = concessions.isLive(id) ? quoted.passageOf(honour) : null;
    if (quote === null) {
      concessions.drop(id, 'its words cannot be told from others');
      return [];
    }
    const awarder = vocabulary.organizations.get(honour.awarder ?? '');
    const written = {
      code: '',
      name: titleOf(honour.name, quoted.wordsOf(honour)),
      place,
      ...(awarder !== undefined && { awarder }),
      quote,
      ...said(honour),
    };
    ids.set(written, id);
    return [written];
  });
  return honours
    .slice(0, seedBounds.ofReport)
    .map((each, nth) => coded(ids, each, numbered('h', nth)));
}

/** Gives an item its code; it stays the same item. */
function coded<Item extends { code: string }>(
  ids: WeakMap<object, string>,
  item: Item,
  code: string,
): Item {
  const given = { ...item, code };
  ids.set(given, ids.get(item) ?? '');
  return given;
}
