/** Owns the order in which everything is measured. */
import os from 'node:os';
import { benchApps } from './apps.ts';
import { benchCalendar } from './calendar.ts';
import { benchCamera } from './camera.ts';
import { benchCheck, benchDependencies, benchStart, check, cli } from './check.ts';
import { round } from './figures.ts';
import { benchHanging } from './hanging.ts';
import { benchBatch, benchLargeMails } from './inspect.ts';
import { benchInvite } from './invite.ts';
import { benchLook } from './look.ts';
import { benchPage, benchPageSize } from './page.ts';
import { benchPreview } from './preview.ts';

/** One after the other, so that nothing slows anything else. */
export const measure = async () => {
  const checked = await benchCheck();
  const { report } = await check();
  return {
    machine: {
      system: report.machine.os,
      node: process.version,
      processors: os.availableParallelism(),
      memoryGb: round(os.totalmem() / 2 ** 30),
    },
    check: checked,
    start: benchStart(),
    dependencies: benchDependencies(),
    page: { ...benchPageSize(), ...(await benchPage(report)) },
    apps: await benchApps(),
    invite: await benchInvite(),
    calendar: await benchCalendar(cli),
    preview: await benchPreview(),
    look: await benchLook(),
    batch: benchBatch(cli),
    largeMails: benchLargeMails(cli),
    hanging: await benchHanging(cli),
    camera: await benchCamera(),
  };
};

export type Measured = Awaited<ReturnType<typeof measure>>;
