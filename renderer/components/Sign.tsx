/** Owns the program’s sign on the page. */
import { DoorMark } from './Marks.tsx';

export const Sign = () => (
  <p className="sign">
    <DoorMark /> Greenroom
  </p>
);
