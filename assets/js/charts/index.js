/** Every chart kind by its name in the figure's JSON, which is its file's name, too: what stills are drawn by. */
import { adoption } from './adoption.js';
import { area } from './area.js';
import { bars } from './bars.js';
import { boxes } from './boxes.js';
import { bubble } from './bubble.js';
import { curves } from './curves.js';
import { heat } from './heat.js';
import { matrix } from './matrix.js';
import { multiples } from './multiples.js';
import { network } from './network.js';
import { race } from './race.js';
import { ribbon } from './ribbon.js';
import { scatter } from './scatter.js';
import { skyline } from './skyline.js';
import { sparkline } from './sparkline.js';
import { stacks } from './stacks.js';
import { tree } from './tree.js';
import { world } from './world.js';

/** @type {{ [kind: string]: Kind }} */
export const kinds = { adoption, area, bars, boxes, bubble, curves, heat, matrix, multiples, network, race, ribbon, scatter, skyline, sparkline, stacks, tree, world };
