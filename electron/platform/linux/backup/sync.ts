/** Owns programs that keep the same files in two places. What is deleted or locked in one place soon is in the other. */
import type { Machine } from '../../machine/machine.ts';
import { configFolder, dataFolder, flatpakFolder, type Look } from './found.ts';

/** A file that each has once an account is set up. */
const programs = (machine: Machine): readonly { id: string; name: string; files: readonly string[] }[] => {
  const [config, data, home] = [configFolder(machine), dataFolder(machine), machine.host.home];
  const nextcloud = flatpakFolder(machine, 'com.nextcloud.desktopclient.nextcloud');
  return [
    {
      id: 'nextcloud',
      name: 'Nextcloud',
      files: [`${config}/Nextcloud/nextcloud.cfg`, `${nextcloud}/config/Nextcloud/nextcloud.cfg`],
    },
    { id: 'owncloud', name: 'ownCloud', files: [`${config}/ownCloud/owncloud.cfg`] },
    {
      id: 'dropbox',
      name: 'Dropbox',
      files: [`${home}/.dropbox/info.json`, `${flatpakFolder(machine, 'com.dropbox.Client')}/.dropbox/info.json`],
    },
    { id: 'onedrive', name: 'OneDrive', files: [`${config}/onedrive/refresh_token`] },
    { id: 'onedriver', name: 'OneDrive (onedriver)', files: [`${home}/.cache/onedriver/auth_tokens.json`] },
    { id: 'insync', name: 'Insync', files: [`${config}/Insync/settings.db`] },
    { id: 'megasync', name: 'MEGA', files: [`${data}/data/Mega Limited/MEGAsync/MEGAsync.cfg`] },
    { id: 'pcloud', name: 'pCloud', files: [`${home}/.pcloud/data.db`] },
    { id: 'seafile', name: 'Seafile', files: [`${home}/.ccnet/seafile.ini`] },
    {
      id: 'syncthing',
      name: 'Syncthing',
      files: [`${home}/.local/state/syncthing/config.xml`, `${config}/syncthing/config.xml`],
    },
    { id: 'rclone', name: 'rclone', files: [`${config}/rclone/rclone.conf`] },
  ];
};

export const sync: Look = async (machine) => {
  const found = await Promise.all(
    programs(machine).map(async ({ id, name, files }) => {
      const stats = await Promise.all(files.map((file) => machine.stat(file)));
      const index = stats.findIndex((stat) => stat !== undefined && stat.size > 0);
      return index < 0 ? [] : [{ id, name, source: files[index] ?? '' }];
    }),
  );
  return found.flat().map(({ id, name, source }) => ({
    tool: {
      id,
      name,
      kind: 'sync',
      automatic: null,
      destinations: [{ name, kind: id === 'syncthing' ? 'network' : 'cloud', attached: null }],
    },
    source,
  }));
};
