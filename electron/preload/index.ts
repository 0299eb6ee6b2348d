/** Owns what the page can see of the program: `window.greenroom`, and nothing else. */
import { contextBridge, type IpcRendererEvent, ipcRenderer } from 'electron';
import type { Snapshot } from '../core/contract.ts';
import { eventChannel, type GreenroomApi, type RequestName, type Requests, requestChannel } from '../core/contract.ts';

const request =
  <K extends RequestName>(name: K) =>
  (...args: Parameters<Requests[K]>): Promise<ReturnType<Requests[K]>> =>
    ipcRenderer.invoke(requestChannel(name), ...args);

const api: GreenroomApi = {
  snapshot: request('snapshot'),
  check: request('check'),
  openRemedy: request('openRemedy'),
  cameraAccess: request('cameraAccess'),
  openCameraSettings: request('openCameraSettings'),
  onSnapshot: (listener) => {
    // The event itself stays here: with it the page would hold the sender.
    const told = (_event: IpcRendererEvent, snapshot: Snapshot): void => listener(snapshot);
    ipcRenderer.on(eventChannel('snapshot'), told);
    return () => {
      ipcRenderer.off(eventChannel('snapshot'), told);
    };
  },
};

contextBridge.exposeInMainWorld('greenroom', api);
