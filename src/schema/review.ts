import type { BoundValue } from '../fields/field-arguments.ts';
import type { FilterField } from '../fields/listing.ts';
import { OriginKind, ReviewState } from './enums.ts';

/** What every fact says of its review, and the filter that asks by it: its words and its types. */

export const reviewState = {
  type: ReviewState,
  description:
    'Whether a person has looked at it; what a rule said and nobody has looked at may be wrong.',
} as const;

export const reviewReason = {
  nullable: true,
  description:
    'Why a person should look at it, in words; its origin says which rule found it. Null for what is curated.',
} as const;

export const origin = {
  nullable: true,
  description: 'Who or what said it first; null where nobody noted it.',
} as const;

type AnyOf<Where> = (type: unknown, description: string, where: Where) => FilterField;

const whereState = (values: BoundValue) => ({ reviewState: { in: values } });

/** The filter that every list of facts has. */
export const rulesOfReview = ({ anyOf }: { anyOf: AnyOf<typeof whereState> }) => ({
  reviewStates: anyOf(ReviewState, 'Whether a person has looked at them.', whereState),
});

const whereOrigin = (values: BoundValue) => ({ origin: { kind: { in: values } } });

/** The filter by who said it first, of every fact that has an origin. */
export const rulesOfOrigin = ({ anyOf }: { anyOf: AnyOf<typeof whereOrigin> }) => ({
  originKinds: anyOf(OriginKind, 'What kind of source said them first.', whereOrigin),
});

/** Of what is worked out from facts, that from unreviewed ones is left out unless it is asked for. */
export const unlessUnreviewed = {
  field: 'reviewStates',
  value: ['CURATED'],
  unless: ['reviewStates', 'codes'],
};
