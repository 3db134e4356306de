/** What is known of the models on the map, asked for once each. */

export class Records {
  /** @param {{ records(docs: (number | string)[]): Promise<(SearchRecord | null)[]> }} client */
  constructor(client) {
    this.client = client;
    /** @type {Map<number, SearchRecord | null>} */ this.known = new Map();
    /** @type {Error | null} what failed last, for the reader */ this.trouble = null;
  }

  /** @param {number[]} docs @returns {Promise<(SearchRecord | null)[]>} null where it cannot be read */
  async of(docs) {
    const unknown = docs.filter((doc) => !this.known.has(doc));
    if (unknown.length) {
      try {
        const records = await this.client.records(unknown);
        unknown.forEach((doc, i) => this.known.set(doc, records[i]));
      } catch (error) {
        this.trouble = /** @type {Error} */ (error);
      }
    }
    return docs.map((doc) => this.known.get(doc) || null);
  }

  /** @param {string} id @returns {Promise<SearchRecord | null>} */
  async named(id) {
    const known = [...this.known.values()].find((record) => record !== null && record.id === id);
    if (known) return known;
    try {
      const [record] = await this.client.records([id]);
      if (record) this.known.set(record.doc, record);
      return record;
    } catch (error) {
      this.trouble = /** @type {Error} */ (error);
      return null;
    }
  }
}
