/** Owns what `npm run prove` says at its end: each part by name, with what it proved, its time, and why it skipped something. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestModule } from 'vitest/node';
import { SKIPPED } from './skipped.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const partOf = ({ moduleId }: TestModule): string => path.relative(here, moduleId).split(path.sep)[0] ?? '';

const reasonsOf = (module: TestModule): readonly string[] =>
  [...module.children.allSuites()].flatMap(({ name }) => {
    const at = name.indexOf(SKIPPED);
    return at < 0 ? [] : [`${name.slice(0, at)}: ${name.slice(at + SKIPPED.length, -1)}`];
  });

const lineOf = (part: string, modules: readonly TestModule[]): string => {
  const states = modules.flatMap(({ children }) => [...children.allTests()].map((test) => test.result().state));
  const counts = (['passed', 'failed', 'skipped'] as const).flatMap((state) => {
    const count = states.filter((one) => one === state).length;
    return count === 0 ? [] : [`${count} ${state}`];
  });
  const seconds = modules.reduce((sum, module) => sum + module.diagnostic().duration, 0) / 1000;
  const reasons = modules.flatMap(reasonsOf).map((reason) => `\n    ${reason}`);
  return `  ${part.padEnd(20)} ${counts.join(', ').padEnd(24)} ${seconds.toFixed(1)} s${reasons.join('')}`;
};

export default class PartsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const parts = [...new Set(modules.map(partOf))].sort();
    const lines = parts.map((part) =>
      lineOf(
        part,
        modules.filter((module) => partOf(module) === part),
      ),
    );
    console.info(['', 'Parts', ...lines, ''].join('\n'));
  }
}
