/** Owns the names of the only files that the search for backups looks for. */
const names = [
  ...['config', 'README', 'nonce', 'index\\.[0-9]+', 'version', 'id', 'manifest'],
  ...['duplicity-[^/]*\\.manifest(\\.gpg)?', 'current_mirror\\.[^/]*\\.data', 'kopia\\.repository\\.f', 'info\\.json'],
  ...['Catalog1\\.edb', 'MediaID\\.bin', 'com\\.apple\\.TimeMachine\\.MachineID\\.plist'],
  ...['backupconfig\\.json', 'backupplan\\.json', '[^/]*\\.(mr(img|bak|ex|sql)x?|tibx?|vbm|vbk)'],
  ...['bootmgr', 'setup\\.exe'],
  // Snapshots of restic bear their SHA-256.
  '[0-9a-f]{64}',
];

/** A path whose last part is one of them, as an extended regular expression without regard to capitals. */
export const FILE_PATHS = `.*/(${names.join('|')})`;
