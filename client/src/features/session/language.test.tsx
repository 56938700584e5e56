import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";

import { useSession, type Caller } from "@/api/session";
import { usePreferences } from "@/state/preferences";

import { useChooseLanguage } from "./language";

const mockKept = jest.fn();

jest.mock("expo-localization", () => ({ getLocales: () => [{ languageCode: "fr" }] }));
jest.mock("@/api/client", () => ({
  take: (answer: unknown) => answer,
  whenSignedOut: () => undefined,
  api: { PATCH: async (path: string, { body }: { body: unknown }) => mockKept(path, body) },
}));

const around = ({ children }: { children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);

test("who chooses a language gets messages in it, and before the sign-in it is the device's alone", async () => {
  const { result } = renderHook(useChooseLanguage, { wrapper: around });
  act(() => result.current("tr"));
  expect(usePreferences.getState().language).toBe("tr");

  act(() => useSession.setState({ state: "signed-in", caller: {} as Caller, isOffline: false }));
  act(() => result.current("system"));

  await waitFor(() =>
    expect(mockKept.mock.calls).toEqual([["/api/v1/users/me", { language: "fr" }]]),
  );
  expect(usePreferences.getState().language).toBe("system");
});
