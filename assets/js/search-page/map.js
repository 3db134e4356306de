/** The map of all models in the place of the list: its script comes when the reader first asks for it. */
import { loadScript } from '../chart/shard.js';
import { unpackBytes } from '../search/unpack.js';
import { fill, h } from '../chart/dom.js';
import { modelPage } from '../chart/links.js';

/** @typedef {import('../search/map-address.js').MapState} MapState */

/**
 * @param {HTMLElement} box @param {any} engine @param {{ folder: string, map?: string }} names where the index and the map's script lie
 * @param {(look: MapState, isLeap: boolean) => void} looked the reader moved it
 */
export function mapIn(box, engine, names, looked) {
  const file = (/** @type {string} */ name) => `${names.folder}/${name}`;
  /** @type {Promise<any> | null} */
  let mounted = null;
  let lit = '';
  const mount = async (/** @type {MapState} */ look) => {
    await scriptAt(/** @type {string} */ (names.map));
    const { mountMap } = /** @type {any} */ (globalThis).HubAtlas;
    return mountMap(box, { client: engine, load: async (/** @type {string} */ name, /** @type {string} */ path) => unpackBytes(await loadScript(name, file(path)), name), href: modelPage, look, onLook: looked });
  };
  return {
    /**
     * Shows the map, with what matches lit; a line says so where it cannot.
     * @param {SearchRequest | null} request nothing is asked: all as it is @param {SearchHit[]} hits
     * @param {MapState} look
     */
    async show(request, hits, look) {
      if (!mounted) {
        fill(box, h('p', { class: 'part' }, 'The map is being fetched …'));
        mounted = mount(look);
      }
      try {
        const map = await mounted;
        map.resize();
        map.look(look);
        // What is lit already stays so; to look elsewhere asks nothing.
        const asked = JSON.stringify([request, hits.map((hit) => hit.doc)]);
        if (asked === lit) return;
        map.light(request ? await engine.matches(request) : null, hits);
        lit = asked;
      } catch (error) {
        if (/** @type {Error} */ (error).name === 'AbortError') return;
        mounted = null;
        lit = '';
        fill(box, h('p', { class: 'figure-says' }, /** @type {Error} */ (error).message));
      }
    },
  };
}

/** @param {string} url */
function scriptAt(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.onload = () => resolve(undefined);
    script.onerror = () => reject(new Error('The script of the map is missing.'));
    script.src = url;
    document.head.append(script);
  });
}
