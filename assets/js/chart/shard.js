/**
 * Large tables come as classic scripts of their own, which pages from disk may load where fetch is refused:
 * `HubAtlas.receive("evolution", "<base64 of gzip of table JSON>")`.
 */

/** @type {Map<string, (data: string) => void>} */
const waiting = new Map();

/** Makes the one function that shards call. */
export function startShards() {
  const atlas = /** @type {any} */ (globalThis).HubAtlas || {};
  atlas.receive = (/** @type {string} */ id, /** @type {string} */ data) => {
    const take = waiting.get(id);
    if (take) take(data);
  };
  /** @type {any} */ (globalThis).HubAtlas = atlas;
}

/** @param {string} text */
function bytesOf(text) {
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
 * Loads a shard by an injected script.
 * @param {string} id @param {string} url relative to the page
 * @returns {Promise<Table>} rejects with a sentence when the file is missing or holds something else
 */
export function loadShard(id, url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const done = () => { waiting.delete(id); script.remove(); };
    waiting.set(id, (data) => { done(); unpack(data).then(resolve, () => reject(new Error(`${url} is damaged`))); });
    script.onerror = () => { done(); reject(new Error(`${url} is missing`)); };
    script.onload = () => { if (waiting.has(id)) { done(); reject(new Error(`${url} holds something else`)); } };
    script.src = url;
    document.head.append(script);
  });
}
