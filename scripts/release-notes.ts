/** Owns a release's notes: `npx jiti scripts/release-notes.ts` prints what was committed since the version before, newest first. */
import { execFileSync } from 'node:child_process';

const git = (...words: readonly string[]): string => execFileSync('git', words, { encoding: 'utf8' }).trim();

/** Of what is checked out: its own tag says what it is, and is not the version before. */
const [last] = git('tag', '--merged', 'HEAD~1', '--list', 'v*', '--sort=-version:refname').split('\n');
const range = last ? [`${last}..HEAD`] : ['HEAD'];
const subjects = git('log', '--no-merges', '--format=%s', ...range);
console.info(`${last ? `Since ${last}:` : 'The first release:'}\n\n${subjects.replace(/^/gm, '* ')}`);
