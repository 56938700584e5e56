import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";

import { PAGE, useTitles } from "./queries";

let mockIsAnswering = true;

jest.mock("@/api/client", () => ({
  take: (answer: unknown) => answer,
  api: {
    GET: async (_path: string, { params }: { params: { query: { skip: number } } }) => {
      if (!mockIsAnswering) return new Promise(() => {});
      const { skip } = params.query;
      return { titles: Array.from({ length: 200 }, (_, at) => ({ id: `${skip + at}` })) };
    },
  },
}));

test("a list that is known stays as long as it is while a far part of it comes", async () => {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(() => useTitles({}), { wrapper });
  await waitFor(() => expect(result.current.titleAt(0)?.id).toBe("0"));

  mockIsAnswering = false;
  act(() => result.current.show(60 * PAGE, 60 * PAGE + 40));

  expect([result.current.isPending, result.current.titleAt(60 * PAGE)]).toEqual([false, undefined]);
});
