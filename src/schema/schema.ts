import './document.ts';
import './evidence.ts';
import './honour.ts';
import './indicator.ts';
import './link.ts';
import './measure.ts';
import './meta.ts';
import './node.ts';
import './organization.ts';
import './outcome.ts';
import './place.ts';
import './report.ts';
import './section.ts';
import './unit.ts';
import { builder } from './builder.ts';

export const schema = builder.toSchema();
