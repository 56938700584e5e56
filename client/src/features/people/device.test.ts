import { deviceName } from "./device";

test.each([
  [
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/146.0 Safari/537.36",
    "Chrome · Linux",
  ],
  ["Mozilla/5.0 (Windows NT 10.0) Chrome/146.0 Safari/537.36 Edg/146.0", "Edge · Windows"],
  ["Mozilla/5.0 (iPhone; CPU iPhone OS 19_0) Version/19.0 Mobile Safari/604.1", "Safari · iPhone"],
  ["curl/7.88.1", "curl"],
  ["a script of mine", "a script of mine"],
])("%s is %s", (agent, expected) => expect(deviceName(agent)).toBe(expected));
