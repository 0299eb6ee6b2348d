/** Owns the verbs that come in groups, as the command line names them: `greenroom backup list`, `greenroom policy lint`, `greenroom catalogue show`. */
import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { help } from '../usage/help.ts';

/** Receives the exit code. */
type Done = (code: number) => void;

/** `greenroom backup …` */
export const addBackupVerbs = (program: Command, io: Io, done: Done): Command => {
  const backup = program.command('backup').description(help.backupVerb);
  backup
    .command('register')
    .description(help.registerVerb)
    .argument('[drive]', help.registerDrive)
    .option('--json', help.json)
    .action(async (drive: string | undefined, options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).registerBackupDrive(drive, options, io)),
    );
  backup
    .command('list')
    .description(help.listVerb)
    .option('--json', help.json)
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).listBackupDrives(options, io)),
    );
  backup
    .command('forget')
    .description(help.forgetVerb)
    .argument('<drive>', help.forgetDrive)
    .option('--json', help.json)
    .action(async (drive: string, options: { json?: boolean }) =>
      done(await (await import('./backup.ts')).forgetBackupDrive(drive, options, io)),
    );
  return backup;
};

/** `greenroom policy …` */
export const addPolicyVerbs = (program: Command, io: Io, done: Done): Command => {
  const policy = program.command('policy').description(help.policyVerb);
  policy
    .command('lint')
    .description(help.lintVerb)
    .argument('<file>', help.lintFile)
    .option('--json', help.json)
    .action(async (file: string, options: { json?: boolean }) =>
      done(await (await import('./policy.ts')).lint(file, options, io)),
    );
  policy
    .command('show')
    .description(help.showVerb)
    .option('--all', help.showAll)
    .option('--policy <file>', help.showPolicyFile)
    .option('--machine <file>', help.showMachineFile)
    .option('--json', help.json)
    .action(async (options: { all?: boolean; json?: boolean; policy?: string; machine?: string }) =>
      done(await (await import('./policy.ts')).show(options, io)),
    );
  return policy;
};

/** `greenroom catalogue …` */
export const addCatalogueVerbs = (program: Command, io: Io, done: Done): Command => {
  const catalogue = program.command('catalogue').description(help.catalogueVerb);
  catalogue
    .command('show')
    .description(help.showVerbToo)
    .option('--json', help.json)
    .action(async (options: { json?: boolean }) =>
      done(await (await import('./catalogue.ts')).showCatalogue(options, io)),
    );
  catalogue
    .command('verify')
    .description(help.verifyVerb)
    .argument('<file>', help.verifyFile)
    .option('--key <file>', help.key)
    .action(async (file: string, options: { key?: string }) =>
      done(await (await import('./catalogue.ts')).verifyCatalogue(file, options, io)),
    );
  catalogue
    .command('update')
    .description(help.updateVerb)
    .argument('[source]', help.updateSource)
    .option('--key <file>', help.key)
    .option('--policy <file>', help.updatePolicyFile)
    .action(async (source: string | undefined, options: { key?: string; policy?: string }) =>
      done(await (await import('./catalogue.ts')).updateCatalogue(source, options, io)),
    );
  catalogue
    .command('refresh')
    .description(help.refreshVerb)
    .option('--yes', help.refreshYes)
    .action(async (options: { yes?: boolean }) =>
      done(await (await import('./refresh-catalogue.ts')).refreshCatalogue(options, io)),
    );
  return catalogue;
};
