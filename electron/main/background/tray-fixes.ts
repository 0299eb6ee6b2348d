/** Owns what the tray lists of fixes: looked for once after each report, and only where something is to be put right before the call. */
import type { TrayFix } from '../../core/background/tray-menu.ts';
import { fixesHelping } from '../../core/fixes/helps.ts';
import { toFixFirst } from '../../core/report/counts.ts';
import type { Report } from '../../core/report/report.ts';

interface Look {
  /** The labels of what is offered about a check. */
  readonly offered: (checkId: string) => Promise<readonly string[]>;
  readonly onChange: () => void;
}

export const watchTrayFixes = ({ offered, onChange }: Look) => {
  let looked: Report | null = null;
  let fixes: readonly TrayFix[] = [];
  const look = async (report: Report): Promise<void> => {
    const ids = [...new Set(toFixFirst(report.findings).map(({ id }) => id))].filter(
      (id) => fixesHelping(id).length > 0,
    );
    const found = await Promise.all(
      ids.map(async (checkId) =>
        // Without an answer the finding alone stands there.
        (await offered(checkId).catch(() => [])).map((label) => ({ checkId, label })),
      ),
    );
    // A newer report may be looked at by now.
    if (looked !== report) return;
    fixes = found.flat();
    onChange();
  };
  return {
    fixes: (): readonly TrayFix[] => fixes,
    /** Looks at a report that has not been looked at. */
    see: (report: Report | null): void => {
      if (report === looked) return;
      looked = report;
      fixes = [];
      if (report !== null) void look(report);
    },
  };
};
