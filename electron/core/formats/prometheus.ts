/** Owns the result as metrics in the Prometheus text format (version 0.0.4), for the text file collector of node_exporter. */

import { states } from '../report/finding.ts';
import type { SharedResult } from '../report/shared-result.ts';
import type { Verdict } from '../report/verdict.ts';

const verdicts: readonly Verdict[] = ['ready', 'caution', 'not-ready', 'undetermined'];

type Labels = Readonly<Record<string, string>>;

const labelText = (labels: Labels): string => {
  const pairs = Object.entries(labels).map(([name, value]) => {
    const text = value.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
    return `${name}="${text}"`;
  });
  return pairs.length === 0 ? '' : `{${pairs.join(',')}}`;
};

type Sample = readonly [Labels, number];

const gauge = (name: string, help: string, samples: readonly Sample[]): string =>
  [
    `# HELP ${name} ${help}`,
    `# TYPE ${name} gauge`,
    ...samples.map(([labels, value]) => `${name}${labelText(labels)} ${value}`),
    '',
  ].join('\n');

/** One series for each state, so that a change of state ends no series. */
export const prometheus = (told: SharedResult): string => {
  const about = {
    version: told.greenroom,
    platform: told.platform,
    os: told.os,
    policy: told.policy ?? '',
    catalogue: told.catalogue,
    ...(told.computer === undefined ? {} : { computer: told.computer }),
    ...(told.user === undefined ? {} : { user: told.user }),
  };
  return [
    gauge('greenroom_info', 'Greenroom and what it judged by.', [[about, 1]]),
    gauge(
      'greenroom_verdict',
      'Whether the computer is fit to join a meeting: 1 for the verdict that holds.',
      verdicts.map((verdict): Sample => [{ verdict }, Number(verdict === told.verdict)]),
    ),
    gauge(
      'greenroom_check_state',
      'State of each check: 1 for the state that holds.',
      told.checks.flatMap(({ id, area, required, state }) =>
        states.map(
          (one): Sample => [{ check: id, area, required: String(required), state: one }, Number(one === state)],
        ),
      ),
    ),
    ...(told.apps === undefined || told.apps.length === 0
      ? []
      : [
          gauge(
            'greenroom_app_info',
            'Meeting apps and browsers that are installed.',
            // Two installs of one version are one series.
            [...new Map(told.apps.map((app) => [`${app.product} ${app.version}`, app])).values()].map(
              ({ product, version }): Sample => [{ product, version: version ?? '' }, 1],
            ),
          ),
        ]),
    gauge('greenroom_checked_timestamp_seconds', 'When the check began, in seconds since 1970.', [
      [{}, Date.parse(told.at) / 1000],
    ]),
    gauge('greenroom_check_duration_seconds', 'How long the check took.', [[{}, told.durationMs / 1000]]),
  ].join('');
};
