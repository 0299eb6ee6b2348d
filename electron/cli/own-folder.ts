/** Owns that a verb which uses Greenroom's own folder ends with one sentence where that folder never answers. */
import { folderAnswers } from '../engine/storage/answers.ts';
import { stateFolder } from '../engine/storage/folders.ts';
import { localHost } from '../platform/machine/local-host.ts';

export const answerOfOwnFolder = (): Promise<void> => folderAnswers(stateFolder(localHost()));
