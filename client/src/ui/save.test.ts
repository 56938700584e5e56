import * as browser from "./save.web";

const mockShared: string[] = [];
const mockFetched: { address: string; headers: unknown }[] = [];

// Only a phone has these modules' native halves.
jest.mock("expo-sharing", () => ({ shareAsync: async (uri: string) => void mockShared.push(uri) }));
jest.mock("expo-file-system", () => {
  const written = new Map<string, string>();
  class File {
    place: string[];
    constructor(...place: string[]) {
      this.place = place;
    }
    get uri() {
      const place = this.place.join("/");
      return `${place}: ${written.get(place) ?? "fetched"}`;
    }
    write(text: string) {
      written.set(this.place.join("/"), text);
    }
    static async downloadFileAsync(address: string, to: File, { headers }: { headers: unknown }) {
      mockFetched.push({ address, headers });
      return to;
    }
  }
  return { File, Paths: { cache: "cache" } };
});
const phone = jest.requireActual<typeof import("./save")>("./save.ts");

test("a phone offers a text as a file of its name", async () => {
  await phone.saveText("job.log", "It began.");
  expect(mockShared.pop()).toBe("cache/job.log: It began.");
});

test("a phone fetches a file with its own token, and offers it", async () => {
  const headers = { Authorization: "Bearer abc" };
  await phone.saveFrom("http://nas:9393/api/v1/logs/file", "maestrarr.log.gz", headers);
  expect(mockFetched).toEqual([{ address: "http://nas:9393/api/v1/logs/file", headers }]);
  expect(mockShared.pop()).toBe("cache/maestrarr.log.gz: fetched");
});

test("a browser saves a file of the server's under its name", async () => {
  const clicked: string[] = [];
  jest.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    clicked.push(`${this.pathname} as ${this.download}`);
  });
  await browser.saveFrom("/api/v1/logs/file", "maestrarr.log.gz", {});
  expect(clicked).toEqual(["/api/v1/logs/file as maestrarr.log.gz"]);
});
