/** Owns the first step of `npm start`, in plain JavaScript: nothing is installed yet where somebody starts before `npm ci`. */
import { existsSync, readFileSync } from 'node:fs';

const { engines } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const [, major, minor] = /^>=(\d+)\.(\d+)$/.exec(engines.node);
const [ownMajor, ownMinor] = process.versions.node.split('.').map(Number);
const isOldNode = ownMajor < Number(major) || (ownMajor === Number(major) && ownMinor < Number(minor));

if (isOldNode) {
  console.error(
    `Greenroom needs Node ${engines.node} and found ${process.version}. Install a newer Node and start again.`,
  );
  process.exitCode = 1;
} else if (existsSync(new URL('../node_modules/jiti/package.json', import.meta.url))) {
  const { createJiti } = await import('jiti');
  await createJiti(import.meta.url).import('./start/index.ts');
} else {
  console.error('What Greenroom is built with is not installed yet. Run “npm ci” first, then start again.');
  process.exitCode = 1;
}
