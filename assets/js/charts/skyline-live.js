export function skylineLive() { return {}; }
