/** `greenroom backup` as a person and a script use it: drives by name, identity and place, kept on disk, forgotten again. */
import { mkdirSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { beforeEach, describe, expect, test } from 'vitest';
import { NotPublished, WrongUsage } from '../../electron/cli/exit.ts';
import type { Io } from '../../electron/cli/io.ts';
import {
  attachedDrives,
  forgetBackupDrive,
  listBackupDrives,
  registerBackupDrive,
} from '../../electron/cli/verbs/backup.ts';
import type { ExternalDrive } from '../../electron/core/facts/index.ts';
import { InputError } from '../../electron/core/text/input-error.ts';
import { parseRecording } from '../../electron/platform/machine/recording.ts';
import { replayMachine } from '../../electron/platform/machine/replay.ts';
import { greenroom, newFolder } from './run.ts';

let state = '';
beforeEach(() => {
  state = path.join(newFolder(), 'state');
  process.env.GREENROOM_STATE = state;
});

const drive = (id: string, label: string, mountPoints: readonly string[] = []): ExternalDrive => ({
  id,
  label,
  bus: 'usb',
  fileSystem: 'ext4',
  mountPoints,
  sizeBytes: 1e12,
  freeBytes: null,
  readOnly: null,
  encrypted: null,
  sets: [],
});
const blue = drive('1111-AAAA', 'Blue disk', ['/media/ada/Blue disk']);
const red = drive('2222-BBBB', 'Red disk', ['/media/ada/Red disk']);

/** One command with these drives attached: what it printed and its exit code. */
const attached = (...drives: readonly ExternalDrive[]) => {
  const run = async (command: (io: Io) => Promise<number>) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const code = await command({ stdin: Readable.from([]), stdout, stderr, cwd: '/' });
    return { code, stdout: String(stdout.read() ?? ''), stderr: String(stderr.read() ?? '') };
  };
  const list = async () => drives;
  return {
    register: (word?: string, json = false) => run((io) => registerBackupDrive(word, { json }, io, list)),
    list: (json = false) => run((io) => listBackupDrives({ json }, io, list)),
    forget: (word: string, json = false) => run((io) => forgetBackupDrive(word, { json }, io)),
  };
};

describe('what cannot be told is not forgotten', () => {
  /** A link to itself: it is there, and nobody can read it, not even root. */
  const unreadable = (): string => {
    mkdirSync(state, { recursive: true });
    const file = path.join(state, 'backup-drives.json');
    symlinkSync(file, file);
    return file;
  };

  test('a list of drives that cannot be read ends each of the three with 65, names the file, and is left alone', async () => {
    const file = unreadable();
    for (const command of [attached(blue).list, attached(blue).register, () => attached(blue).forget('Blue disk')])
      await expect(command()).rejects.toThrow(InputError);
    const { code, stderr } = await greenroom(['backup', 'forget', 'Blue disk']);
    expect(code).toBe(65);
    expect(stderr).toContain(`${file}: The file with your backup drives couldn’t be read. Give your account the right`);
    expect(readlinkSync(file)).toBe(file);
  });

  test('drives that this computer does not list are no wrong usage', async () => {
    const recording = parseRecording('x', readFileSync('test/machines/linux-tools-missing.json', 'utf8'));
    await expect(attachedDrives(replayMachine(recording, { strict: true }))).rejects.toThrow(NotPublished);
  });
});

describe('a drive is remembered', () => {
  test('without a word when it is the only one, and is known while it is away', async () => {
    expect(await attached(blue).register()).toEqual({
      code: 0,
      stdout: '“Blue disk” is your backup drive from now on.\n',
      stderr: '',
    });
    expect((await attached(blue).list()).stdout).toBe('✓ Blue disk: attached now, your backup drive\n');
    expect((await attached().list()).stdout).toBe('✓ Blue disk: away, last seen today, your backup drive\n');
    expect((await attached(red).list()).stdout).toBe(
      '  Red disk: attached now\n✓ Blue disk: away, last seen today, your backup drive\n',
    );
  });

  test.each(['Red disk', 'red DISK', '2222-BBBB', '/media/ada/Red disk', '/media/ada/Red disk/'])(
    'of several by “%s”',
    async (word) => {
      expect((await attached(blue, red).register(word)).stdout).toContain('“Red disk” is your backup drive');
      const { drives } = JSON.parse((await attached(blue, red).list(true)).stdout);
      expect(drives).toMatchObject([
        { id: '1111-AAAA', attached: true, registered: false },
        { id: '2222-BBBB', attached: true, registered: true },
      ]);
    },
  );

  test('as one JSON object of the same shape for all three verbs', async () => {
    const here = attached(blue);
    for (const told of [
      await here.register('Blue disk', true),
      await here.list(true),
      await here.forget('Blue disk', true),
    ]) {
      expect(told).toMatchObject({ code: 0, stderr: '' });
      expect(JSON.parse(told.stdout)).toMatchObject({ schema: 'greenroom.backup-drives/1', drives: expect.any(Array) });
    }
  });

  test('and forgotten by name or identity, while attached or away', async () => {
    await attached(blue).register();
    expect((await attached().forget('1111-AAAA')).stdout).toBe('“Blue disk” is no longer your backup drive.\n');
    await attached(blue).register();
    expect((await attached(blue).forget('blue disk')).code).toBe(0);
    expect((await attached().list()).stdout).toBe('No external drive is attached, and none is your backup drive.\n');
    expect(readFileSync(path.join(state, 'backup-drives.json'), 'utf8')).not.toContain('Blue disk');
  });
});

describe('is refused with a sentence, and nothing is kept', () => {
  const twin = drive('3333-CCCC', 'Blue disk');
  const refusals: readonly (readonly [string, readonly ExternalDrive[], string | undefined, RegExp])[] = [
    ['no drive attached', [], undefined, /^No external drive is attached that can be told from others/],
    ['a drive without an identity', [drive('', 'Stick')], undefined, /^No external drive is attached that can be told/],
    [
      'an unknown name',
      [blue, red],
      'Green disk',
      /^There is no drive “Green disk”\. There is: Blue disk and Red disk\./,
    ],
    [
      'several and none named',
      [blue, red],
      undefined,
      /^Say which drive: “Blue disk” is 1111-AAAA, “Red disk” is 2222/,
    ],
    ['two of one name', [blue, twin], 'Blue disk', /^Say which drive: “Blue disk” is 1111-AAAA, “Blue disk” is 3333/],
  ];
  test.each(refusals)('%s', async (_name, drives, word, sentence) => {
    const refused = attached(...drives).register(word);
    await expect(refused).rejects.toThrow(sentence);
    await expect(refused).rejects.toThrow(WrongUsage);
    expect((await attached().list()).stdout).toContain('none is your backup drive');
  });

  test('two of one name are told apart by their identities', async () => {
    expect((await attached(blue, twin).register('3333-CCCC')).code).toBe(0);
  });

  test('forgetting what was never registered ends with 64, in text and as JSON', async () => {
    for (const more of [[], ['--json']]) {
      const { code, stdout, stderr } = await greenroom(['backup', 'forget', 'Blue disk', ...more]);
      expect(code).toBe(64);
      expect(stdout).toBe('');
      expect(stderr).toContain('No drive is remembered as your backup drive.');
    }
    expect((await greenroom(['backup', 'forget'])).code).toBe(64);
  });

  test('a label that would move the cursor or turn the line round is made harmless', async () => {
    const hostile = drive('4444-DDDD', 'Blue\u001b[2J\u202edisk\nBackup');
    const { stdout } = await attached(hostile).register();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones
    expect(stdout.trimEnd()).not.toMatch(/[\u0000-\u001f\u202a-\u202e]/);
  });
});

test.each(['list', 'register', 'forget'] as const)('a damaged file is set aside and said by %s', async (verb) => {
  mkdirSync(state);
  writeFileSync(path.join(state, 'backup-drives.json'), '{"schema":"greenroom.backup-dri');
  const here = attached(blue);
  if (verb === 'forget') {
    const { code, stderr } = await greenroom(['backup', 'forget', 'Blue disk']);
    expect(code).toBe(64);
    expect(stderr).toContain('is damaged and was moved to');
  } else expect((await here[verb]()).stderr).toMatch(/^The file with your backup drives is damaged and was moved to /);
  expect(readdirSync(state).filter((name) => name.includes('.damaged-'))).toHaveLength(1);
});
