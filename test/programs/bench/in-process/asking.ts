import { parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import type { Compiled, PlanCache } from '../../../../src/compiler/plan-cache.ts';
import { runCompiled } from '../../../../src/compiler/run-compiled.ts';
import { openCurrent } from '../../../../src/db/snapshot/pointer.ts';
import type { Opened } from '../../../../src/db/snapshot/open-published.ts';

/** A question with the values of its variables. */
export type Asked = {
  /** What it asks, in short. */
  title: string;
  query: string;
  variables: Readonly<Record<string, unknown>>;
};

/** What asks one question of a snapshot, as often as one likes. */
type Asking = {
  document: DocumentNode;
  /** The statement that answers it by the plans of a cache. */
  compiledBy: (plans: PlanCache) => Compiled;
  /** Asks it; null where the statement gives no answer. */
  askBy: (plans: PlanCache) => Uint8Array | null;
};

/**
 * Opens what an import has published, to ask it in this process and by compiled statements alone.
 * @throws where nothing is published, and at a question that is not compiled
 */
export function openToAsk(data: string): {
  snapshot: Opened;
  askingFor: (asked: Asked) => Asking;
} {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { snapshot } = current;
  const { db, readBytes, counts, version, statistics } = snapshot;
  const context = { db, readBytes, snapshot: { version, counts, statistics } };
  const documents = new Map<string, DocumentNode>();

  function askingFor({ title, query, variables }: Asked): Asking {
    const document = documents.get(query) ?? parse(query);
    documents.set(query, document);
    const compiledBy = (plans: PlanCache) => {
      const compiled = plans.compiledFor({ document, variables, context, statistics });
      if (!compiled) throw new Error(`not compiled: ${title}`);
      return compiled;
    };
    return { document, compiledBy, askBy: (plans) => runCompiled(compiledBy(plans), readBytes) };
  }

  return { snapshot, askingFor };
}
