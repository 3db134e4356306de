/** The map of all models in the place of the list: fetched when the reader first asks for it. */

/** @param {HTMLElement} box @param {any} engine @param {(id: string) => void} pick */
export function mapIn(box, engine, pick) {
  return {
    isThere: false,
    show() {},
    /** @param {string[] | null} ids */
    light(ids) {},
  };
}
