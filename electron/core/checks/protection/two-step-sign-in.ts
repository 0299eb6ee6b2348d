/** Owns the attestation "signing in takes more than a password". */
import { defineAttestation } from '../define-attestation.ts';

export const twoStepSignIn = defineAttestation({
  id: 'two-step-sign-in',
  area: 'protection',
  question: 'Does signing in to your meeting accounts take more than a password?',
  statement: 'Two-step sign-in is on for every account with which I host or join meetings.',
  name: 'Two-step sign-in',
  why: 'With your password alone somebody else could host meetings in your name and read your invitations and recordings.',
  remedies: {
    zoom: {
      label: 'Zoom',
      steps: [
        'Sign in to the Zoom web portal and open your profile.',
        'Find two-factor authentication and turn it on. If it is not there, your organisation decides about it.',
        'Choose an authenticator app, scan the code, and keep the recovery codes in a safe place.',
      ],
      link: 'https://support.zoom.com/hc/en/article?id=zm_kb&sysparm_article=KB0065099',
    },
    google: {
      label: 'Google account, for Meet',
      steps: ['Open your Google Account, then Security.', 'Choose 2-Step Verification and follow the steps.'],
      link: 'https://support.google.com/accounts/answer/185839',
    },
    microsoft: {
      label: 'Microsoft account, for Teams',
      steps: [
        'At work or school: open your security info and add a sign-in method.',
        'With a private account: open account.microsoft.com, then Security, then the advanced options, and turn on two-step verification.',
      ],
      link: 'https://mysignins.microsoft.com/security-info',
    },
    webex: {
      label: 'Webex',
      steps: [
        'The administrator of your organisation allows multi-factor authentication in Control Hub. Ask for it.',
        'At your next sign-in, scan the code with an authenticator app.',
      ],
      link: 'https://help.webex.com/en-us/article/52szeq/Enable-multi-factor-authentication-integration-in-Control-Hub',
    },
  },
});
