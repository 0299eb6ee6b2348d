/** Of a browser's preferences only the closest rule about one host counts. */
import { expect, test } from 'vitest';
import { lastProfile, refusedByChromium } from '../../../electron/core/browsers/chromium-answer.ts';

const HOST = 'us02web.zoom.us';
const rules = (camera: object, mic: object = {}, defaults: object = {}): string =>
  JSON.stringify({
    profile: {
      content_settings: { exceptions: { media_stream_camera: camera, media_stream_mic: mic } },
      default_content_setting_values: defaults,
    },
  });
const [allow, block, ask] = [1, 2, 3].map((setting) => ({ last_modified: '13372000000000000', setting }));

test.each<[string, string, readonly string[] | null]>([
  ['nothing', rules({}), []],
  ['a profile that was never asked', '{"profile":{"name":"Ada"}}', []],
  ['a refusal to the host', rules({ 'https://us02web.zoom.us:443,*': block }), ['camera']],
  [
    'a refusal of both',
    rules({ 'https://us02web.zoom.us:443,*': block }, { 'https://us02web.zoom.us:443,*': block }),
    ['camera', 'microphone'],
  ],
  ['leave given', rules({ 'https://us02web.zoom.us:443,*': allow }), []],
  ['a refusal to another host', rules({ 'https://us03web.zoom.us:443,*': block }), []],
  ['a host that only ends alike', rules({ 'https://[*.]oom.us,*': block }), []],
  ['a refusal to the whole domain', rules({ '[*.]zoom.us,*': block }), ['camera']],
  [
    'a domain refused, and the host allowed',
    rules({ '[*.]zoom.us,*': block, 'https://us02web.zoom.us:443,*': allow }),
    [],
  ],
  ['all refused, and the domain allowed', rules({ '*,*': block, 'https://[*.]zoom.us:443,*': allow }), []],
  ['another port', rules({ 'https://us02web.zoom.us:8443,*': block }), []],
  ['a page without a secured way', rules({ 'http://us02web.zoom.us:80,*': block }), []],
  ['refused to all pages', rules({}, {}, { media_stream_mic: 2 }), ['microphone']],
  [
    'refused to all pages but this one',
    rules({}, { 'https://us02web.zoom.us:443,*': ask }, { media_stream_mic: 2 }),
    [],
  ],
  ['a rule of another form', rules({ 'https://us02web.zoom.us:443,*': { setting: 'no' }, '': block, ',': block }), []],
  ['names that mean something to a program', rules({ __proto__: block, constructor: block }), []],
  ['rules that are no rules', rules([2] as never), []],
  ['no preferences', '{"account":1}', null],
  ['half a file', '{"profile":{"content', null],
])('%s', (_name, preferences, expected) => {
  expect(refusedByChromium(preferences, HOST)).toEqual(expected);
});

test.each<[string, string, string | null]>([
  ['the one named', '{"profile":{"last_used":"Profile 3"}}', 'Profile 3'],
  ['the first, where none is named', '{"profile":{}}', 'Default'],
  ['never one elsewhere', '{"profile":{"last_used":"../../other"}}', 'Default'],
  ['never the folder above', '{"profile":{"last_used":".."}}', 'Default'],
  ['none of a damaged file', '{', null],
])('the profile last in use is %s', (_name, state, expected) => {
  expect(lastProfile(state)).toBe(expected);
});
