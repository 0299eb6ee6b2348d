/** Owns the attestation "signing in takes more than a password". */
import { messages, titles } from '../../messages/messages.ts';
import { defineAttestation } from '../define-attestation.ts';

const title = titles('two-step-sign-in', {
  open: 'Two-step sign-in: not confirmed yet',
  still: 'Two-step sign-in: is it still on?',
  confirmed: 'Two-step sign-in: confirmed by you',
  unknown: 'Couldn’t read your answer about two-step sign-in',
});

const words = messages('two-step-sign-in', {
  question: 'Does signing in to your meeting accounts take more than a password?',
  statement: 'Two-step sign-in is on for every account I host or join meetings with.',
  why: 'With only your password, someone could host meetings in your name and read your invitations and recordings.',
  zoom: 'Turn it on for Zoom',
  zoomProfile: 'Sign in to the Zoom web portal and open your profile.',
  zoomFactor: 'Turn on two-factor authentication. If it isn’t there, your organisation decides about it.',
  zoomApp: 'Choose an authenticator app, scan the code, and keep the recovery codes somewhere safe.',
  google: 'Turn it on for Google Meet',
  googleSecurity: 'Open your Google Account, then Security.',
  googleSteps: 'Choose 2-Step Verification and follow the steps.',
  microsoft: 'Turn it on for Microsoft Teams',
  microsoftWork: 'At work or school: open your security info and add a sign-in method.',
  microsoftPrivate:
    'With a private account: open account.microsoft.com, Security, the advanced options, and turn on two-step verification.',
  webex: 'Turn it on for Webex',
  webexAdmin: 'Ask your organisation’s administrator to allow multi-factor authentication in Control Hub.',
  webexScan: 'At your next sign-in, scan the code with an authenticator app.',
});

export const twoStepSignIn = defineAttestation({
  id: 'two-step-sign-in',
  area: 'protection',
  question: words.question,
  statement: words.statement,
  titles: title,
  why: words.why,
  remedies: {
    zoom: {
      label: words.zoom,
      steps: [words.zoomProfile, words.zoomFactor, words.zoomApp],
      link: 'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065099',
    },
    google: {
      label: words.google,
      steps: [words.googleSecurity, words.googleSteps],
      link: 'https://support.google.com/accounts/answer/185839',
    },
    microsoft: {
      label: words.microsoft,
      steps: [words.microsoftWork, words.microsoftPrivate],
      link: 'https://mysignins.microsoft.com/security-info',
    },
    webex: {
      label: words.webex,
      steps: [words.webexAdmin, words.webexScan],
      link: 'https://help.webex.com/en-us/article/52szeq/Enable-multi-factor-authentication-integration-in-Control-Hub',
    },
  },
});
