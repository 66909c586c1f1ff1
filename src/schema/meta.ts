import { withSpec } from '../fields/field-spec.ts';
import { listingOf } from '../fields/listing.ts';
import { limitsThatHold } from '../limits.ts';
import packageFile from '../../package.json' with { type: 'json' };
import { builder, rootFields } from './builder.ts';
import type { Context } from './context.ts';

const KindCount = builder.objectRef<{ kind: string; count: number }>('KindCount').implement({
  description: 'How many of one kind there are.',
  fields: (t) => ({
    kind: t.exposeString('kind', {
      description: 'Of what, as the list of the query that holds them is called: "outcomes".',
    }),
    count: t.exposeInt('count', { description: 'How many of them there are.' }),
  }),
});

type LimitRow = { name: string; value: number; description: string };

const RequestLimit = builder.objectRef<LimitRow>('RequestLimit').implement({
  description: 'A bound on what one request may ask for, or one client do.',
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'Its name, as errors give it in `extensions.limit`.',
    }),
    value: t.exposeInt('value', {
      description: 'The most that is allowed, in what the description says.',
    }),
    description: t.exposeString('description', {
      description: 'What it bounds, and in which unit.',
    }),
  }),
});

const limitRows = (): LimitRow[] => limitsThatHold().map(([name, limit]) => ({ name, ...limit }));

type MetaRow = {
  dataVersion: string;
  softwareVersion: string;
  counts: { kind: string; count: number }[];
  limits: readonly LimitRow[];
};

const metaOf = ({ snapshot }: Context): MetaRow => ({
  dataVersion: snapshot.version,
  softwareVersion: packageFile.version,
  // The tables between two kinds, and those of what is derived, are nobody’s business.
  counts: Object.entries(snapshot.counts).flatMap(([kind, count]) =>
    listingOf(kind) ? { kind, count } : [],
  ),
  limits: limitRows(),
});

const Meta = builder.objectRef<MetaRow>('Meta').implement({
  description: 'What answers here: which data, by which software, within which bounds.',
  fields: (t) => ({
    dataVersion: t.expose('dataVersion', {
      type: 'SHA256',
      description:
        'SHA-256 over all that the snapshot holds which the answer comes from: its reports, its vocabulary and the rules by which they were read. Cite it: the same version gives the same answer.',
    }),
    softwareVersion: t.exposeString('softwareVersion', {
      description: 'The version of Juzheng that answers.',
    }),
    counts: t.expose('counts', {
      type: [KindCount],
      description:
        'How many there are of everything that can be listed; of indicators all, also those that no report tells of.',
    }),
    limits: t.expose('limits', {
      type: [RequestLimit],
      description: 'The bounds of one request.',
    }),
  }),
});

export const metaRoots = rootFields((t) => ({
  meta: t.field({
    type: Meta,
    description: 'What answers here: which data, by which software, within which bounds.',
    extensions: withSpec({ kind: 'context', value: metaOf }),
    resolve: (_root, _args, context) => metaOf(context),
  }),
}));
