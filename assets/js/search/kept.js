/** The first so many of an order, without sorting all. */
export class Kept {
  /** @param {number} most @param {(a: number, b: number) => number} compare */
  constructor(most, compare) {
    this.most = most;
    this.compare = compare;
    /** @type {number[]} */
    this.places = [];
    /** The one that bars the way for whatever is behind it; −1 while there is room. */
    this.last = -1;
  }

  /** @param {number} place */
  push(place) {
    this.places.push(place);
    if (this.places.length < 3 * this.most) return;
    this.places = this.sorted();
    this.last = this.places[this.most - 1];
  }

  /** The last of so many as are kept, once there are so many; −1 before. */
  settled() {
    this.places = this.sorted();
    if (this.places.length === this.most) this.last = this.places[this.most - 1];
    return this.last;
  }

  sorted() { return this.places.sort(this.compare).slice(0, this.most); }
}
