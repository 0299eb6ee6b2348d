import { describe, expect, it } from 'vitest';
import { builtInCatalogue } from '../../../../electron/core/catalogue/index.ts';
import { fetchedFrom } from '../../../../electron/core/checks/apps/download-site.ts';
import { installerProduct } from '../../../../electron/core/checks/apps/installer-name.ts';

const productOf = (id: string) => {
  const product = builtInCatalogue.products.find((it) => it.id === id);
  if (product === undefined) throw new Error(`${id} is not in the catalogue.`);
  return product;
};
const siteOf = (id: string, address: string, organisation: readonly string[] = []): string =>
  fetchedFrom([address], productOf(id), organisation)?.site ?? 'nothing';

describe('the address that a file was fetched from', () => {
  it.each([
    // The maker's own places.
    ['zoom', 'https://zoom.us/client/latest/zoom_amd64.deb', 'official'],
    ['zoom', 'https://cdn.zoom.us/prod/7.2.0.48358/x64/ZoomInstallerFull.msi', 'official'],
    ['zoom', 'https://us02web.zoom.us/client/7.1.5/ZoomInstaller.exe?x=1', 'official'],
    ['zoom', 'https://ZOOM.US./client/latest/zoom_amd64.deb', 'official'],
    ['zoom', 'https://user:secret@zoom.us/client/latest/zoom_amd64.deb', 'official'],
    ['discord', 'https://stable.dl2.discordapp.net/apps/linux/0.0.92/discord-0.0.92.deb', 'official'],
    ['firefox', 'https://download-installer.cdn.mozilla.net/pub/firefox/releases/160.0/x', 'official'],
    ['jitsi', 'https://github.com/jitsi/jitsi-meet-electron/releases/download/v2026.6.0/jitsi-meet.exe', 'official'],
    // The same, but anybody on the way could have changed it.
    ['zoom', 'http://zoom.us/client/latest/zoom_amd64.deb', 'insecure'],
    ['zoom', 'ftp://zoom.us/zoom_amd64.deb', 'insecure'],
    ['zoom', 'http://files.example.edu/zoom.msi', 'insecure'],
    // Made to be taken for the maker.
    ['zoom', 'https://zoom-download.com/zoom.exe', 'look-alike'],
    ['zoom', 'https://zo0m.us/zoom.exe', 'look-alike'],
    ['zoom', 'https://zооm.us/zoom.exe', 'look-alike'],
    ['zoom', 'https://xn--zm-fmca.us/zoom.exe', 'look-alike'],
    ['zoom', 'https://zoom.us.downloads.example.com/zoom.exe', 'look-alike'],
    ['zoom', 'https://zoom.us@files.example/zoom.exe', 'look-alike'],
    ['zoom', 'http://zoom-download.com/zoom.exe', 'look-alike'],
    ['teams', 'https://teams-microsoft.com/TeamsSetup.exe', 'look-alike'],
    ['teams', 'https://microsoft-teams-download.com/TeamsSetup.exe', 'look-alike'],
    ['slack', 'https://slaack.com/SlackSetup.exe', 'look-alike'],
    ['chrome', 'https://get-chrome.info/ChromeSetup.exe', 'look-alike'],
    ['firefox', 'https://firefox-download.net/x.exe', 'look-alike'],
    // Where anybody may put files.
    ['zoom', 'https://file.zoom.us/attachment/zoom.exe', 'shared'],
    ['zoom', 'https://cdn.discordapp.com/attachments/1/2/ZoomInstaller.exe', 'shared'],
    ['discord', 'https://cdn.discordapp.com/attachments/1/2/DiscordSetup.exe', 'shared'],
    ['whatsapp', 'blob:https://web.whatsapp.com/0b4c', 'shared'],
    ['telegram', 'blob:https://telegram.org/0b4c', 'shared'],
    ['chrome', 'https://drive.google.com/uc?id=1', 'shared'],
    ['jitsi', 'https://github.com/somebody/jitsi-meet/releases/download/v1/jitsi-meet.exe', 'shared'],
    ['zoom', 'https://d11yldzmag5yn.cloudfront.net/prod/zoom.exe', 'shared'],
    // Honest names that only remind of one.
    ['zoom', 'https://zoom.en.softonic.com/zoom.exe', 'other'],
    ['zoom', 'https://it.example.edu/zoom.msi', 'other'],
    ['element', 'https://elementary.io/x.deb', 'other'],
    ['zoom', 'http://127.0.0.1:8080/zoom.msi', 'other'],
    ['zoom', 'https://192.168.1.3/zoom.msi', 'other'],
    // No address of a network.
    ['zoom', 'about:internet', 'nothing'],
    ['zoom', 'file:///home/user/zoom.deb', 'nothing'],
    ['zoom', '\\\\server\\share\\zoom.msi', 'nothing'],
    ['zoom', '', 'nothing'],
    ['zoom', 'https://', 'nothing'],
  ])('%s from %s: %s', (id, address, site) => {
    expect(siteOf(id, address)).toBe(site);
  });

  it('may be one of the organisation’s own, over an encrypted connection', () => {
    expect(siteOf('zoom', 'https://software.it.example.edu/zoom.msi', ['example.edu'])).toBe('organisation');
    expect(siteOf('zoom', 'https://notexample.edu/zoom.msi', ['example.edu'])).toBe('other');
    expect(siteOf('zoom', 'http://software.example.edu/zoom.msi', ['example.edu'])).toBe('insecure');
  });

  it('is read whatever stands in it, and told without what may not be shown', () => {
    const zoom = productOf('zoom');
    const hostile = [
      `https://${'a.'.repeat(500_000)}com/`,
      `https://${'zoom-'.repeat(200_000)}.com`,
      `${'https:'.repeat(200_000)}`,
      '\u0000\u202ehttps://zoom.us\u0000.files.example/x',
      `https://zoom.us${'%2e'.repeat(300_000)}/x`,
      'https://zoom.us\\@files.example/x',
      'h\tt\ntps://zoom\t.us/x',
    ];
    for (const address of hostile) {
      const found = fetchedFrom([address], zoom);
      if (found !== null) expect(found.host, address.slice(0, 60)).toMatch(/^[\x21-\x7e]{1,8192}$/);
    }
    expect(fetchedFrom(['https://zoom.us\\@files.example/x'], zoom)?.host).toBe('zoom.us');
  });
});

describe('the name of an installer', () => {
  it.each([
    ['ZoomInstallerFull.msi', 'zoom'],
    ['zoomusInstallerFull.pkg', 'zoom'],
    ['zoom_amd64 (1).deb', 'zoom'],
    ['Slack-4.51.180-macOS.dmg', 'slack'],
    ['slack-desktop-4.51.180-amd64.deb', 'slack'],
    ['Teams_windows_x64.msi', 'teams'],
    ['MSTeams-x64.msix', 'teams'],
    ['Microsoft Teams.pkg', 'teams'],
    ['teams-for-linux-2.17.1.AppImage', 'teams-for-linux'],
    ['GoToMeeting Opener.exe', 'gotomeeting'],
    ['signal-desktop-win-8.24.1.exe', 'signal'],
    ['tsetup-x64.7.0.9.exe', 'telegram'],
    ['google-chrome-stable_current_amd64.deb', 'chrome'],
    ['Firefox Setup 160.0.exe', 'firefox'],
    // Other programs, or no installers at all.
    ['zoom-player-setup.exe', null],
    ['ZoomIt.exe', null],
    ['elementary.exe', null],
    ['discord-bot.exe', null],
    ['zoom.pdf', null],
    ['zoom_amd64.deb.crdownload', null],
    [`zoom${'-setup'.repeat(100)}.exe`, null],
    ['.exe', null],
  ])('%s: %s', (name, product) => {
    expect(installerProduct(name, builtInCatalogue)).toBe(product);
  });

  it('counts on the system that it is for', () => {
    expect(installerProduct('ZoomInstaller.exe', builtInCatalogue, 'linux')).toBeNull();
    expect(installerProduct('ZoomInstaller.exe', builtInCatalogue, 'win32')).toBe('zoom');
  });
});
