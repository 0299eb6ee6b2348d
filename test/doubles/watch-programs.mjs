/** Loaded before a program: it runs as on the system in `AS_SYSTEM`, starts nothing, and prints what it would have started to standard error. */
import childProcess from 'node:child_process';
import { EventEmitter } from 'node:events';
import { syncBuiltinESMExports } from 'node:module';
import { PassThrough } from 'node:stream';

Object.defineProperty(process, 'platform', { value: process.env.AS_SYSTEM });

/** A drive, so that what is asked of each drive is asked. */
const DISK = [
  '      Physical Interconnect: SATA',
  '          Capacity: 500.28 GB (500,277,790,720 bytes)',
  '          Model: Disk',
  '          BSD Name: disk0',
  '          Medium Type: Solid State',
  '          S.M.A.R.T. status: Verified',
].join('\n');
const answers = [
  [
    'lsblk -ablJO',
    '{"blockdevices":[{"name":"sda","path":"/dev/sda","type":"disk","size":500277790720,"model":"Disk"}]}',
  ],
  ['system_profiler', `SATA/SATA Express:\n\n    Controller:\n\n${DISK}\n`],
];
const answerTo = (line) => answers.find(([words]) => String(line).includes(words))?.[1] ?? '';

const told = (...words) => process.stderr.write(`${JSON.stringify(words.flat())}\n`);
const started = (...words) => {
  told(...words.filter((word) => typeof word === 'string' || Array.isArray(word)));
  const end = words.find((word) => typeof word === 'function');
  const child = Object.assign(new EventEmitter(), {
    stdin: new PassThrough(),
    stdout: new PassThrough(),
    stderr: new PassThrough(),
    kill: () => true,
  });
  child.stdin.resume();
  setImmediate(() => {
    child.stdout.end();
    child.stderr.end();
    child.emit('exit', 0);
    child.emit('close', 0);
    end?.(null, answerTo(words[0]), '');
  });
  return child;
};
const startedAtOnce = (...words) => {
  told(...words.filter((word) => typeof word === 'string' || Array.isArray(word)));
  return Buffer.from('');
};
Object.assign(childProcess, {
  exec: started,
  execFile: started,
  spawn: started,
  fork: started,
  execSync: startedAtOnce,
  execFileSync: startedAtOnce,
  spawnSync: (...words) => ({ status: 0, stdout: startedAtOnce(...words), stderr: Buffer.from('') }),
});
syncBuiltinESMExports();
