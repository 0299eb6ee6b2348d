/** Owns which programs of Linux make backups, and of each with which commands: the same ones also list, mount and serve. */
import { type Arguments, argumentsOf, commandOf } from './command-line.ts';

export interface Maker {
  /** As `id` of a `BackupTool`. */
  readonly tool: string;
  readonly name: string;
  /** Options before the command whose value is the next word. Unknown ones do little harm: see `commandIn`. */
  readonly valued: ReadonlySet<string>;
  readonly makes: (given: Arguments) => boolean;
  /** Words with which it makes a backup: what stays of its command line in a recording. */
  readonly example: readonly string[];
}

const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The first word that is one of the program's commands. A value of an option not known here is passed over with this. */
const commandIn = (words: readonly string[], commands: ReadonlySet<string>): string | undefined =>
  words.find((word) => commands.has(word));

/** A program of which each command is one word; `making` are those that copy files or tidy what was copied. */
const oneWord = (making: string, others: string): Maker['makes'] => {
  const [makes, all] = [list(making), list(`${making} ${others}`)];
  return ({ words }) => makes.has(commandIn(words, all) ?? '');
};

const borgmaticMaking = list('create prune compact transfer');
const borgmaticCommands = list(
  'create prune compact transfer check extract export-tar mount umount restore rlist list rinfo info init rcreate break-lock borg config generate validate bootstrap key export delete rdelete repo-create repo-list repo-info repo-delete recreate browse',
);

const kopiaCommands = list(
  'snapshot snap policy repository repo server restore mount list ls show cat diff maintenance blob content manifest index object benchmark cache session user users acl logs log notification app help',
);
const kopiaSnapshot = list(
  'create list ls delete remove rm expire estimate copy-history move-history copy-sender migrate verify pin fix restore',
);

const duplicityCommands = [
  ...['backup', 'full', 'incremental', 'cleanup', 'collection-status', 'list-current-files', 'remove-older-than'],
  ...['remove-all-but-n-full', 'remove-all-inc-of-but-n-full', 'restore', 'verify', 'replicate'],
];
/** Its commands may be shortened. Without one, two words are source and target, and an address as target is a backup. */
const duplicityMakes = ({ words }: Arguments): boolean => {
  const command = words
    .map((word) => word.length > 2 && duplicityCommands.find((one) => one.startsWith(word)))
    .find(Boolean);
  if (command) return ['backup', 'full', 'incremental'].includes(command);
  return words.length > 1 && (words.at(-1) ?? '').includes('://');
};

const rdiffCommands = list('backup calculate compare complete info list regress remove restore server test verify');
const rdiffOther =
  /^(?:-[lrV]|--(?:restore-as-of|list-.*|remove-.*|compare.*|verify.*|calculate-average|check-destination-dir|server|test-server|version|help))$/;
/** The older form has no command: a source and a target, unless an option asks for something else. */
const rdiffMakes = ({ words, options }: Arguments): boolean => {
  const command = commandIn(words, rdiffCommands);
  if (command !== undefined) return command === 'backup';
  const [source = ''] = words;
  return words.length > 1 && !source.includes('/rdiff-backup-data/') && !options.some((one) => rdiffOther.test(one));
};

const rsnapshotOther = list(
  'configtest du diff help version version_only check-config-version upgrade-config-file get-latest-snapshot',
);

const borgmaticMakes = ({ words, options }: Arguments): boolean => {
  const commands = words.filter((word) => borgmaticCommands.has(word));
  if (commands.length > 0) return commands[0] !== 'borg' && commands.some((one) => borgmaticMaking.has(one));
  if (options.some((one) => ['--create', '-C', '--prune', '-p'].includes(one))) return true;
  // Told nothing, it does everything. Older ones take what to do as an option.
  return !options.some((one) =>
    /^(?:--(?:check|list|info|init|extract|export-tar|mount|umount|restore|version|help)|-[klixmruIh])$/.test(one),
  );
};

const tools: Readonly<Record<string, Maker>> = {
  borg: {
    tool: 'borg',
    name: 'Borg',
    valued: list(
      '-r --repo --lock-wait --umask --remote-path --remote-ratelimit --upload-ratelimit --remote-buffer --upload-buffer --debug-topic --debug-profile --rsh --socket',
    ),
    makes: oneWord(
      'create prune compact transfer',
      'analyze benchmark break-lock check config debug delete diff export-tar extract help import-tar info init key list mount recreate rename repo-compress repo-create repo-delete repo-info repo-list repo-space serve tag umount undelete upgrade version with-lock',
    ),
    example: ['borg', 'create'],
  },
  borgmatic: {
    tool: 'borgmatic',
    name: 'borgmatic',
    valued: list(
      '-c --config --excludes -v --verbosity --syslog-verbosity --log-file-verbosity --monitoring-verbosity --log-file --log-file-format --override',
    ),
    makes: borgmaticMakes,
    example: ['borgmatic', 'create'],
  },
  restic: {
    tool: 'restic',
    name: 'restic',
    valued: list(
      '-r --repo -p --password-file --password-command --repository-file --cache-dir --cacert --compression --key-hint --limit-download --limit-upload -o --option --pack-size --tls-client-cert --retry-lock --stuck-request-timeout --http-user-agent',
    ),
    makes: oneWord(
      'backup prune forget copy',
      'cache cat check diff dump features find generate help init key list ls migrate mount options rebuild-index recover repair restore rewrite self-update snapshots stats tag unlock version',
    ),
    example: ['restic', 'backup'],
  },
  duplicity: {
    tool: 'duplicity',
    name: 'duplicity',
    valued: list(
      '--name --archive-dir --encrypt-key --sign-key --encrypt-sign-key --hidden-encrypt-key --encrypt-secret-keyring --include --include-filelist --include-regexp --exclude --exclude-filelist --exclude-regexp --exclude-if-present --exclude-older-than --files-from --file-prefix --file-prefix-manifest --file-prefix-archive --file-prefix-signature --full-if-older-than --gpg-binary --gpg-options --log-fd --log-file --volsize -v --verbosity -t --time --restore-time -r --file-to-restore --path-to-restore --tempdir --ssh-options --ssh-askpass --rsync-options --num-retries --timeout --backend-retry-delay --max-blocksize --progress-rate --metadata-sync-mode --concurrency',
    ),
    makes: duplicityMakes,
    example: ['duplicity', 'full'],
  },
  'rdiff-backup': {
    tool: 'rdiff-backup',
    name: 'rdiff-backup',
    valued: list(
      '-v --verbosity --terminal-verbosity --api-version --current-time --chars-to-quote --override-chars-to-quote --remote-schema --remote-tempdir --tempdir --include --include-filelist --include-globbing-filelist --include-regexp --exclude --exclude-filelist --exclude-globbing-filelist --exclude-regexp --exclude-if-present --max-file-size --min-file-size --user-mapping-file --group-mapping-file --no-compression-regexp',
    ),
    makes: rdiffMakes,
    example: ['rdiff-backup', 'backup'],
  },
  rsnapshot: {
    tool: 'rsnapshot',
    name: 'rsnapshot',
    valued: list('-c'),
    // People name the intervals, so each word that is no other command is a backup; -t only shows what would be done.
    makes: ({ words, options }) =>
      words[0] !== undefined && !rsnapshotOther.has(words[0]) && !options.some((one) => ['-t', '-h'].includes(one)),
    example: ['rsnapshot', 'daily'],
  },
  backintime: {
    tool: 'back-in-time',
    name: 'Back In Time',
    valued: list('--profile --profile-id --config --share-path --diagnostics'),
    makes: (given) =>
      oneWord(
        'backup backup-job',
        'benchmark-cipher check-config decode last-snapshot last-snapshot-path pw-cache remove remove-and-do-not-ask-again restore shutdown smart-remove snapshots-list snapshots-list-path snapshots-path unmount',
      )(given) || given.options.some((one) => ['-b', '--backup', '--backup-job'].includes(one)),
    example: ['backintime', 'backup'],
  },
  bup: {
    tool: 'bup',
    name: 'bup',
    valued: list('-d --bup-dir'),
    makes: ({ words }) => ['save', 'split', 'index'].includes((words[0] === 'on' ? words[2] : words[0]) ?? ''),
    example: ['bup', 'save'],
  },
  kopia: {
    tool: 'kopia',
    name: 'Kopia',
    valued: list(
      '--config-file --log-file --log-dir --log-level --file-log-level --content-log-file -p --password --timezone --metrics-listen-addr',
    ),
    makes: ({ words }) => {
      const group = commandIn(words, kopiaCommands);
      const rest = words.slice(words.indexOf(group ?? '') + 1);
      return (group === 'snapshot' || group === 'snap') && commandIn(rest, kopiaSnapshot) === 'create';
    },
    example: ['kopia', 'snapshot', 'create'],
  },
  timeshift: {
    tool: 'timeshift',
    name: 'Timeshift',
    valued: list('--comments --tags --snapshot --snapshot-device --target --target-device --grub --grub-device'),
    makes: ({ options }) => options.includes('--create') || options.includes('--check'),
    example: ['timeshift', '--create'],
  },
};

/** As distributions wrap a program, and as Borg and restic are offered for download. */
const plainName = (program: string): string =>
  program.replace(/^\.(.+)-wrapped$/, '$1').replace(/^(borg|restic)[-_](?:linux|\d).*$/, '$1');

/** Whether a process of this short name is worth asking what it was told: it may be cut off, and only the words decide. */
export const isBackupProgram = (name: string): boolean =>
  Object.keys(tools).some((one) => name.replace(/^\./, '').startsWith(one));

/** The program that makes a backup by this command line; undefined when it does something else. */
export const backupOf = (line: readonly string[]): Maker | undefined => {
  const command = commandOf(line);
  const name = plainName(command?.program ?? '');
  const maker = Object.hasOwn(tools, name) ? tools[name] : undefined;
  return command !== undefined && maker?.makes(argumentsOf(command.words, maker.valued)) ? maker : undefined;
};

/** The words of `/proc/PID/cmdline`. */
export const commandWords = (text: string): readonly string[] => text.replace(/\0+$/, '').split('\0');
