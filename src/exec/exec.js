#!/usr/bin/env node
// The scripts of package.json say exec, so that no shell stands between npm and the server and each
// hears what is signalled to the other. cmd.exe knows no such word and finds this program instead.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
const child = spawn(command, args, { stdio: 'inherit' });
child.on('exit', (code) => process.exit(code ?? 1));
// A terminal signals to all processes at once; the one that was started says when it is over.
process.on('SIGINT', () => {});
