import './coverage.ts';
import './evidence.ts';
import './framework.ts';
import './honour.ts';
import './query.ts';
import './scalars.ts';
import { builder } from './builder.ts';

/** It keeps its author's order; the committed text is sorted, so that its changes are seen. */
export const schema = builder.toSchema({ sortSchema: false });
