/** Owns settings of the calendars for tests: as a new installation has them, but for what a test says. */
import { noPolicy, valuesOf } from '../../../electron/core/policy/policy.ts';
import { type CalendarValues, calendarSettings } from '../../../electron/core/settings/calendar.ts';

export const calendarValues = (more: Partial<CalendarValues> = {}): CalendarValues => ({
  ...valuesOf(noPolicy, calendarSettings.id, calendarSettings.policy),
  ...more,
});
