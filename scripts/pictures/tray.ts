/** Owns the picture of the tray: its real menus and icons, drawn as a system draws them. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { pictureName, trayIcon } from '../../electron/core/background/tray.ts';
import { type TrayEntry, type TrayMenuSituation, trayMenu } from '../../electron/core/background/tray-menu.ts';
import type { Snapshot } from '../../electron/core/ipc/contract.ts';
import { nextGenuine, nextMeeting } from '../../electron/core/meeting/meeting.ts';
import { root } from '../build.ts';

export interface Shown {
  readonly title: string;
  readonly snapshot: Snapshot;
}

const situation = (snapshot: Snapshot, now: Date): TrayMenuSituation => ({
  snapshot,
  now: now.getTime(),
  pausedUntil: null,
  meeting: nextMeeting(snapshot.agenda, now.toISOString()),
  genuine: nextGenuine(snapshot.agenda, now.toISOString()),
  remindsAfter: false,
  fixes: [],
  login: { on: true, managed: false },
});

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const item = (entry: TrayEntry): string => {
  if (entry.kind === 'separator') return '<hr>';
  const label = escaped(entry.label);
  if (entry.kind === 'words') return `<p class="words">${label}</p>`;
  if (entry.kind === 'submenu') return `<p>${label}<span>▸</span></p>`;
  return `<p>${entry.checked === true ? '✓ ' : ''}${label}</p>`;
};

const column = async ({ title, snapshot }: Shown, now: Date): Promise<string> => {
  const at = situation(snapshot, now);
  const icon = await readFile(path.join(root, 'build/tray/linux', `${pictureName(trayIcon(at))}.png`), 'base64');
  const clock = now.toISOString().slice(11, 16);
  return `<section><h2>${escaped(title)}</h2><div class="panel"><img alt="" src="data:image/png;base64,${icon}">${clock}</div>
    <div class="menu">${trayMenu(at).map(item).join('')}</div></section>`;
};

const style = `
  body { display: grid; grid-template-columns: repeat(3, 1fr); gap: 28px; margin: 0; padding: 24px; background: #dde2dd;
    color: #1b211d; font: 14px/1.45 system-ui, sans-serif; }
  h2 { margin: 0 0 8px; font: 500 18px serif; }
  .panel { display: flex; justify-content: end; align-items: center; gap: 14px; padding: 6px 12px; border-radius: 6px;
    background: #1c1d1f; color: #f1f1f1; }
  img { width: 22px; height: 22px; }
  .menu { margin-top: 8px; padding: 6px; border-radius: 8px; background: #fafafa; box-shadow: 0 4px 14px #0003; }
  p { display: flex; justify-content: space-between; margin: 0; padding: 2px 10px; }
  .words { color: #5a625d; }
  .words:first-child { color: inherit; font-weight: 600; }
  hr { margin: 5px 10px; border: 0; border-top: 1px solid #d5d9d5; }`;

/** Takes the picture, into `file`. */
export const takeTray = async (browser: Browser, shown: readonly Shown[], now: Date, file: string): Promise<void> => {
  const columns = await Promise.all(shown.map((one) => column(one, now)));
  const page = await browser.newPage({ viewport: { width: 1280, height: 100 } });
  await page.setContent(`<!doctype html><meta charset="utf-8"><style>${style}</style>${columns.join('')}`);
  await page.screenshot({ path: file, fullPage: true });
  await page.close();
};
