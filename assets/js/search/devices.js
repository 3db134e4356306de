/** The devices of the table, bundled into the page that lets the reader choose one. */
import * as table from '../../search/hardware.json';
import { devicesOf } from './hardware.js';

export const devices = devicesOf(table);
