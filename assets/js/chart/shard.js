/**
 * Large tables come as classic scripts of their own, which pages from disk may load where fetch is refused:
 * `HubAtlas.receive("evolution", "<base64 of gzip of table JSON>")`.
 */

/**
 * Makes the one function that shards call. Who waits is kept beside it: the bundles of a page share both.
 * @returns {Map<string, (data: string) => void>}
 */
export function startShards() {
  const page = /** @type {any} */ (globalThis);
  const atlas = page.HubAtlas || (page.HubAtlas = {});
  const waiting = atlas.waiting || (atlas.waiting = new Map());
  atlas.receive = (/** @type {string} */ id, /** @type {string} */ data) => {
    const take = waiting.get(id);
    if (take) take(data);
  };
  return waiting;
}

/** @param {string} text */
export function bytesOf(text) {
  const native = /** @type {any} */ (Uint8Array).fromBase64;
  if (native) return native.call(Uint8Array, text);
  const raw = atob(text);
  const out = new Uint8Array(raw.length);
  for (let i = 0; i < raw.length; i += 1) out[i] = raw.charCodeAt(i);
  return out;
}

/**
 * Base64 of gzip of JSON → the value.
 * @param {string} data @returns {Promise<any>}
 */
export async function unpack(data) {
  const stream = new Blob([bytesOf(data)]).stream().pipeThrough(new /** @type {any} */ (globalThis).DecompressionStream('gzip'));
  return JSON.parse(await new Response(stream).text());
}

/**
 * Loads a file that calls `HubAtlas.receive(id, data)`, by an injected script.
 * @param {string} id @param {string} url relative to the page
 * @returns {Promise<string>} the data; rejects with a sentence when the file is missing or holds something else
 */
export function loadScript(id, url) {
  const waiting = startShards();
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const done = () => { waiting.delete(id); script.remove(); };
    waiting.set(id, (data) => { done(); resolve(data); });
    script.onerror = () => { done(); reject(new Error(`${url} is missing`)); };
    script.onload = () => { if (waiting.has(id)) { done(); reject(new Error(`${url} holds something else`)); } };
    script.src = url;
    document.head.append(script);
  });
}

/**
 * Loads a table.
 * @param {string} id @param {string} url relative to the page
 * @returns {Promise<Table>} rejects with a sentence when the file is missing or holds something else
 */
export async function loadShard(id, url) {
  const data = await loadScript(id, url);
  return unpack(data).catch(() => { throw new Error(`${url} is damaged`); });
}
