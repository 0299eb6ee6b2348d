/** Owns which programs join the meetings of a service. */

/** Service → products of the catalogue that join its meetings. Services without a line are joined in a browser. */
export const clientsOf: Readonly<Record<string, readonly string[]>> = {
  zoom: ['zoom'],
  teams: ['teams', 'teams-classic', 'teams-for-linux'],
  meet: ['google-meet'],
  webex: ['webex', 'webex-meetings'],
  goto: ['goto', 'gotomeeting'],
  ringcentral: ['ringcentral'],
  slack: ['slack'],
  discord: ['discord'],
  jitsi: ['jitsi'],
  zoho: ['zoho-meeting'],
  chime: ['amazon-chime'],
  bluejeans: ['bluejeans'],
  skype: ['skype'],
  signal: ['signal'],
  whatsapp: ['whatsapp'],
};

export const browsers: readonly string[] = ['chrome', 'edge', 'firefox', 'safari', 'brave', 'chromium'];

/** Products that join meetings of this service without a browser. */
export const clientsFor = (service: string | null): readonly string[] =>
  (service !== null && Object.hasOwn(clientsOf, service) && clientsOf[service]) || [];

/** Whether these two programs join the meetings of one service. */
export const joinSameService = (one: string, other: string): boolean =>
  Object.values(clientsOf).some((products) => products.includes(one) && products.includes(other));
