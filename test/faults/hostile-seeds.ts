import type { Fault } from './fault.ts';
export const hostileSeeds: Fault = {
  name: 'hostile-seeds',
  cause: async () => ({ done: '', held: '' }),
};
