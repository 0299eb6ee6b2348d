/** Owns the six areas at a glance: always the same, in the same order, each with its state and what is counted in it. */

import { asMessage } from '../../../electron/core/messages/messages.ts';
import { says } from '../../../electron/core/messages/says.ts';
import { areaNames } from '../../../electron/core/report/areas.ts';
import { areaLines } from '../../../electron/core/report/headline.ts';
import type { Report } from '../../../electron/core/report/report.ts';
import { StateMark } from '../../components/Marks.tsx';

const said = says('areas', { areas: 'Areas', line: '{area}: {words}' });

export const Areas = ({ report }: { readonly report: Pick<Report, 'areas' | 'findings'> }) => (
  <section aria-label={said.areas}>
    <ul className="reasons">
      {areaLines(report.areas, report.findings).map(({ area, words }) => (
        <li key={area.id}>
          <StateMark state={area.state} />
          <span>{said.line({ area: asMessage(areaNames[area.id]), words: asMessage(words) })}</span>
        </li>
      ))}
    </ul>
  </section>
);
