export function bubbleLive() { return {}; }
