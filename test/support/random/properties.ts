import fc from 'fast-check';
import { seedOr } from './seed.ts';

fc.configureGlobal({ seed: seedOr(11) });

export { fc };
