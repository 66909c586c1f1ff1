import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { makeQueryTypes, typesFile } from './make.ts';

writeFileSync(typesFile, await makeQueryTypes());
process.stdout.write(`wrote ${relative('', typesFile)}\n`);
