import { builder } from './builder.ts';

export const NumberRange = builder.inputType('NumberRange', {
  description:
    'A range of numbers, both ends included; an end that is left out is open, and what has no number passes no range. Ends in the wrong order are refused.',
  fields: (t) => ({
    from: t.float({ description: 'The least value that passes.' }),
    to: t.float({ description: 'The greatest value that passes.' }),
  }),
});

export const DateRange = builder.inputType('DateRange', {
  description:
    'A range of days, both ends included; an end that is left out is open, and what has no days passes no range. Ends in the wrong order are refused.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'The first day that passes.' }),
    to: t.field({ type: 'Date', description: 'The last day that passes.' }),
  }),
});
