/** The map's own bundle, which the page of the search loads when the reader first asks for the map. */
import { startShards } from './chart/shard.js';
import { mountMap } from './search/map.js';

startShards();
/** @type {any} */ (globalThis).HubAtlas.mountMap = mountMap;
