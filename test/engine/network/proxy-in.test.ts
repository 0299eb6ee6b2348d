import { expect, test } from 'vitest';
import { proxyIn } from '../../../electron/engine/network/proxy-in.ts';

test.each([
  [{}, undefined],
  [{ https_proxy: 'http://proxy.example.org:3128' }, { host: 'proxy.example.org', port: 3128 }],
  [{ HTTPS_PROXY: 'proxy.example.org:8080' }, { host: 'proxy.example.org', port: 8080 }],
  [{ ALL_PROXY: 'http://[2001:db8::1]' }, { host: '2001:db8::1', port: 80 }],
  [{ https_proxy: 'http://proxy:1', NO_PROXY: 'localhost, .zoom.us' }, undefined],
  [{ https_proxy: 'http://proxy:1', no_proxy: '*' }, undefined],
  [
    { https_proxy: 'http://proxy:1', no_proxy: 'notzoom.us,oom.us' },
    { host: 'proxy', port: 1 },
  ],
  [
    { https_proxy: 'http://ann:a%40b%@proxy:1' },
    { host: 'proxy', port: 1, authorization: `Basic ${Buffer.from('ann:a%40b%').toString('base64')}` },
  ],
])('%j', (env, proxy) => {
  expect(proxyIn(env, 'zoom.us')).toEqual(proxy);
});

test.each(['socks5://ann:secret@proxy:1', 'https://proxy:1', 'http://'])(
  '%s cannot be used, and is not repeated',
  (address) => {
    expect(() => proxyIn({ HTTPS_PROXY: address }, 'zoom.us')).toThrow(/^HTTPS_PROXY: only a proxy/);
    expect(() => proxyIn({ HTTPS_PROXY: address }, 'zoom.us')).not.toThrow(/secret/);
  },
);
