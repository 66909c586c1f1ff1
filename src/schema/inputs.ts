import { builder } from './builder.ts';

export const NumberRange = builder.inputType('NumberRange', {
  description: 'A range of numbers, both ends included; an end that is left out is open.',
  fields: (t) => ({
    from: t.float({ description: 'The least value that passes.' }),
    to: t.float({ description: 'The greatest value that passes.' }),
  }),
});

export const DayRange = builder.inputType('DayRange', {
  description: 'A range of days as YYYY-MM-DD, both ends included; an end left out is open.',
  fields: (t) => ({
    from: t.string({ description: 'The first day.' }),
    to: t.string({ description: 'The last day.' }),
  }),
});
