/** The rarer first: nearly every browser also says that it is Chrome, or Safari. */
const BROWSERS = ["Firefox", "Edg", "OPR", "HeadlessChrome", "Chrome", "Safari", "curl", "okhttp"];
const SYSTEM = /(Windows|Android|iPhone|iPad|Mac OS|Linux)/;
const KNOWN: Record<string, string> = { Edg: "Edge", OPR: "Opera", HeadlessChrome: "Chrome" };

/** What a browser calls itself, in the two words that a person knows. */
export function deviceName(agent: string): string {
  const browser = BROWSERS.find((name) => agent.includes(name)) ?? "";
  const system = SYSTEM.exec(agent)?.[1] ?? "";
  return [KNOWN[browser] ?? browser, system].filter(Boolean).join(" · ") || agent.slice(0, 60);
}
