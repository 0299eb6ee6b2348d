/** Owns the check "does a program run that lets others control this computer". */
import { messages, titles } from '../../messages/messages.ts';
import { firstOf } from '../../messages/names.ts';
import { product } from '../../messages/value.ts';
import { list } from '../../policy/policy.ts';
import { defineCheck } from '../define-check.ts';

const title = titles('remote-control', {
  running: '{programs} may let others control this computer',
  allowed: 'Only allowed remote control programs are running',
  none: 'No remote control program is running',
  unknown: 'Couldn’t check for remote control programs',
});

const words = messages('remote-control', {
  question: 'Is a remote control program running?',
  why: 'It lets someone see this screen and use its mouse. Fake helpers in meetings ask for exactly that.',
  reads: 'The names of the programs that run now',
  wanted: 'no remote control program running',
  none: 'None is running.',
  allowed: 'Running now, as your organisation allows: {programs}.',
  running: 'Running now: {programs}. Greenroom doesn’t check whether anyone is connected.',
  quit: 'Quit it for the meeting',
  look: 'Look at its icon in the tray or menu bar: running doesn’t mean someone is connected.',
  quitThere: 'Quit it there, if you don’t need it during the meeting.',
  ask: 'If you didn’t install it, ask your IT department what it’s for.',
});

const describe = messages('policy.remote-control', {
  allowedPrograms: 'Programs for remote control that may run: those of your IT department.',
});

export const remoteControl = defineCheck({
  id: 'remote-control',
  area: 'protection',
  when: 'after-call',
  question: words.question,
  unknownTitle: title.unknown,
  why: words.why,
  reads: { linux: words.reads, darwin: words.reads, win32: words.reads },
  needs: ['remoteControl'],
  policy: {
    allowedPrograms: list('programs', describe.allowedPrograms),
  },
  remedies: {
    quit: { label: words.quit, minutes: 2, steps: [words.look, words.quitThere, words.ask] },
  },
  judge: ({ facts, policy }) => {
    const { programs } = facts.remoteControl.value;
    const allowed = new Set(policy.allowedPrograms.map((name) => name.trim().toLowerCase()));
    const running = [...new Set(programs)].filter((name) => !allowed.has(name.toLowerCase()));
    const { wanted, why } = words;
    const named = (some: readonly string[], most?: number) => ({ programs: firstOf(some.map(product), most) });
    if (programs.length === 0) return [{ state: 'pass', title: title.none, found: words.none, wanted }];
    if (running.length === 0)
      return [{ state: 'pass', title: title.allowed, found: words.allowed(named(programs, 8)), wanted }];
    const found = words.running(named(running, 8));
    return [{ state: 'caution', title: title.running(named(running)), found, wanted, why, remedies: ['quit'] }];
  },
});
