/** The words for whether a person has looked at what a rule said. */

export const reviewStates = {
  CURATED: 'A person wrote it, or took what a rule said (已审).',
  UNREVIEWED: 'A rule said it and is not sure; nobody has looked at it yet (待审).',
} as const;

export type ReviewState = keyof typeof reviewStates;
