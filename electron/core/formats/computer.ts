/** Owns what computer a report is of, as one line for a person. */
import { messages } from '../messages/messages.ts';
import { list, type Message, product, size, type Value } from '../messages/value.ts';
import type { ComputerSummary } from '../report/report.ts';

const words = messages('computer', {
  all: '{parts}',
  laptop: '{model} (laptop)',
  desktop: '{model} (desktop)',
  virtual: '{model} (virtual machine)',
  virtualIn: '{model} (virtual machine in {host})',
  cores: '{count, plural, one {# core} other {# cores}}',
  memory: '{size} of memory',
});

const nameOf = ({ maker, model, form, virtualMachine }: ComputerSummary): Value | null => {
  const text = [maker, model].filter((one) => one !== null).join(' ');
  if (text === '') return null;
  const named = product(text);
  if (virtualMachine === '') return words.virtual({ model: named });
  if (virtualMachine !== null) return words.virtualIn({ model: named, host: product(virtualMachine) });
  if (form === null) return named;
  return form === 'portable' ? words.laptop({ model: named }) : words.desktop({ model: named });
};

/** "Dell Inc. Latitude 5440 (laptop), Intel Core i5-1345U, 10 cores, 16 GB of memory"; null where nothing is known. */
export const computerLine = (computer: ComputerSummary): Message | null => {
  const { processor, cores, memoryBytes } = computer;
  const parts = [
    nameOf(computer),
    processor === null ? null : product(processor),
    cores === 0 ? null : words.cores({ count: cores }),
    memoryBytes === 0 ? null : words.memory({ size: size(memoryBytes) }),
  ].filter((part) => part !== null);
  return parts.length === 0 ? null : words.all({ parts: list(parts, 'comma') });
};
