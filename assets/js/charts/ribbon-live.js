export function ribbonLive() { return {}; }
