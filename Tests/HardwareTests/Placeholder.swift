// The first test of this module takes this one's place.
