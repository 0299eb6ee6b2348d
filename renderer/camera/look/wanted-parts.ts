/** Owns which parts of a look are asked for. */
import { type ExaminationPart, lookedForParts } from '../../../electron/core/camera/observation.ts';
import { checkOfPart } from '../../../electron/core/checks/define-camera-check.ts';
import type { Snapshot } from '../../../electron/core/ipc/contract.ts';

/** Parts whose checks policy has switched off are left alone: a full report has no finding of them. */
export const wantedParts = ({ report, running }: Snapshot): readonly ExaminationPart[] => {
  if (report === null || running !== null || report.only !== null) return lookedForParts;
  const judged = new Set(report.findings.map((finding) => finding.id));
  const anyLook = lookedForParts.some((part) => judged.has(checkOfPart[part]));
  return anyLook ? lookedForParts.filter((part) => judged.has(checkOfPart[part])) : lookedForParts;
};
