/** Every chart kind by its name in the figure's JSON. */
import { area } from './area.js';

/** @type {{ [kind: string]: Kind }} */
export const kinds = { area };
