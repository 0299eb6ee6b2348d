/** Owns the choices beside the picture: which camera, and seen by whom. */
import { useId } from 'react';
import type { Device } from './camera-state.ts';

interface Props {
  readonly devices: readonly Device[];
  readonly deviceId: string;
  readonly mirrored: boolean;
  readonly onDevice: (id: string) => void;
  readonly onMirror: (mirrored: boolean) => void;
}

const views = [
  { mirrored: false, words: 'As others see you' },
  { mirrored: true, words: 'As in a mirror' },
] as const;

export const CameraChoices = ({ devices, deviceId, mirrored, onDevice, onMirror }: Props) => {
  const select = useId();
  const radio = useId();
  return (
    <div className="choices">
      <div>
        <label htmlFor={select}>Camera</label>
        <select id={select} value={deviceId} onChange={(event) => onDevice(event.target.value)}>
          {devices.every((device) => device.id !== deviceId) && <option value={deviceId}>Choose a camera</option>}
          {devices.map((device, index) => (
            <option key={device.id} value={device.id}>
              {device.label === '' ? `Camera ${index + 1}` : device.label}
            </option>
          ))}
        </select>
      </div>
      <fieldset>
        <legend>Show me</legend>
        {views.map((view) => (
          <label key={view.words}>
            <input
              type="radio"
              name={radio}
              checked={mirrored === view.mirrored}
              onChange={() => onMirror(view.mirrored)}
            />
            {view.words}
          </label>
        ))}
      </fieldset>
    </div>
  );
};
