import './coverage.ts';
import './evidence.ts';
import './measure-document.ts';
import './measure-framework-item.ts';
import './measure-organization.ts';
import './query.ts';
import './report-organization.ts';
import './scalars.ts';
import { builder } from './builder.ts';

/** It keeps its author's order; the committed text is sorted, so that its changes are seen. */
export const schema = builder.toSchema({ sortSchema: false });
