/** Owns what the page can see of the program: `window.greenroom`, and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import {
  type Events,
  eventChannel,
  type GreenroomApi,
  type RequestName,
  type Requests,
  requestChannel,
} from '../core/ipc/contract.ts';

const request =
  <K extends RequestName>(name: K) =>
  (...args: Parameters<Requests[K]>): Promise<ReturnType<Requests[K]>> =>
    ipcRenderer.invoke(requestChannel(name), ...args);

const subscribe =
  <K extends keyof Events>(name: K) =>
  (listener: (payload: Events[K]) => void): (() => void) => {
    // The event itself stays here: with it the page would hold the sender.
    const told = (_event: IpcRendererEvent, payload: Events[K]): void => listener(payload);
    ipcRenderer.on(eventChannel(name), told);
    return () => {
      ipcRenderer.off(eventChannel(name), told);
    };
  };

const api: GreenroomApi = {
  snapshot: request('snapshot'),
  check: request('check'),
  openRemedy: request('openRemedy'),
  fixesFor: request('fixesFor'),
  applyFix: request('applyFix'),
  undoFix: request('undoFix'),
  changedByFixes: request('changedByFixes'),
  mediaAccess: request('mediaAccess'),
  openMediaSettings: request('openMediaSettings'),
  soundCheck: request('soundCheck'),
  screenLocked: request('screenLocked'),
  companyBackground: request('companyBackground'),
  tellLook: request('tellLook'),
  tellCamera: request('tellCamera'),
  remindAfterCall: request('remindAfterCall'),
  inspect: request('inspect'),
  openMeeting: request('openMeeting'),
  joinMeeting: request('joinMeeting'),
  addCalendar: request('addCalendar'),
  calendarSources: request('calendarSources'),
  askForCalendars: request('askForCalendars'),
  openHostPage: request('openHostPage'),
  openHelpDesk: request('openHelpDesk'),
  incoming: request('incoming'),
  changeSetting: request('changeSetting'),
  keepBackupDrive: request('keepBackupDrive'),
  sharing: request('sharing'),
  waive: request('waive'),
  revokeWaiver: request('revokeWaiver'),
  attest: request('attest'),
  copyForAMinute: request('copyForAMinute'),
  startAtLogin: request('startAtLogin'),
  cameraChanged: request('cameraChanged'),
  tellDevices: request('tellDevices'),
  tellMicrophone: request('tellMicrophone'),
  listPlan: request('listPlan'),
  updateList: request('updateList'),
  stopListUpdate: request('stopListUpdate'),
  tryConnection: request('tryConnection'),
  stopConnection: request('stopConnection'),
  supportFile: request('supportFile'),
  saveSupportFile: request('saveSupportFile'),
  onSnapshot: subscribe('snapshot'),
  onIncoming: subscribe('incoming'),
  onListProgress: subscribe('listProgress'),
  onTrialProgress: subscribe('trialProgress'),
  onFixLate: subscribe('fixLate'),
  onCameraOff: subscribe('cameraOff'),
};

contextBridge.exposeInMainWorld('greenroom', api);
