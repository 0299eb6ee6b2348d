/** Owns leaving a page by Escape, unless something on it that has opened takes the key for itself. */
import { useEffect } from 'react';

export const useEscape = (onClose: () => void): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented) onClose();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [onClose]);
};
