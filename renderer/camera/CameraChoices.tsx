/** Owns the choices beside the picture: which camera, and seen by whom. */
import { useId } from 'react';
import { says } from '../../electron/core/messages/says.ts';
import type { Device } from './camera-state.ts';

const words = says('camera-choices', {
  camera: 'Camera',
  choose: 'Choose a camera',
  numbered: 'Camera {n, number}',
  showMe: 'Show me',
  others: 'As others see you',
  mirror: 'As in a mirror',
});

interface Props {
  readonly devices: readonly Device[];
  readonly deviceId: string;
  readonly mirrored: boolean;
  readonly onDevice: (id: string) => void;
  readonly onMirror: (mirrored: boolean) => void;
}

const views = [
  { mirrored: false, name: 'others' },
  { mirrored: true, name: 'mirror' },
] as const;

export const CameraChoices = ({ devices, deviceId, mirrored, onDevice, onMirror }: Props) => {
  const select = useId();
  const radio = useId();
  return (
    <div className="choices">
      <div>
        <label htmlFor={select}>{words.camera}</label>
        <select id={select} value={deviceId} onChange={(event) => onDevice(event.target.value)}>
          {devices.every((device) => device.id !== deviceId) && <option value={deviceId}>{words.choose}</option>}
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label === '' ? words.numbered({ n: index + 1 }) : device.label}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>{words.showMe}</legend>
        {views.map((view) => (
          <label key={view.name}>
            <input
              type="radio"
              name={radio}
              checked={mirrored === view.mirrored}
              onChange={() => onMirror(view.mirrored)}
            />
            {words[view.name]}
          </label>
        ))}
      </fieldset>
    </div>
  );
};
