/** Owns how many screens there are, as the system tells a window. */
import { screen } from 'electron';

/** Tells it at once, and whenever a screen comes or goes. Only once the program is ready. */
export const watchScreens = (tell: (screens: number) => void): void => {
  const count = (): void => tell(screen.getAllDisplays().length);
  screen.on('display-added', count);
  screen.on('display-removed', count);
  count();
};
