export function areaLive() { return {}; }
