/** Owns the six areas at a glance: always the same, in the same order, each with its state and what is counted in it. */

import { areaNames } from '../../../electron/core/report/areas.ts';
import { areaLines } from '../../../electron/core/report/headline.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { StateMark } from '../../components/Marks.tsx';

export const Areas = ({ report }: { readonly report: Pick<Report, 'areas' | 'findings'> }) => (
  <section aria-label="Areas">
    <ul className="reasons">
      {areaLines(report.areas, report.findings).map(({ area, words }) => (
        <li key={area.id}>
          <StateMark state={area.state} />
          <span>
            {areaNames[area.id]}: {words}
          </span>
        </li>
      ))}
    </ul>
  </section>
);
