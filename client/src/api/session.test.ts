import { usePreferences } from "@/state/preferences";

import { findSession, useSession } from "./session";

jest.mock("./base", () => jest.requireActual("./base.ts"));
jest.mock("./tokens", () => ({ tokens: async () => null, keepTokens: async () => {} }));

const asked = { state: "signed-out", caller: null, isSetupNeeded: false, isDemo: false };

test.each(["", "media.example:9393"])(
  "a phone whose server is %p asks for it, instead of failing",
  async (server) => {
    globalThis.fetch = async () => {
      throw new TypeError("Network request failed");
    };
    usePreferences.setState({ server });
    await findSession();
    expect(useSession.getState()).toEqual(asked);
  },
);
