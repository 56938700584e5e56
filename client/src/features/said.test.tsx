import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, render, waitFor } from "@testing-library/react";

import { useDiscardChoices, usePick, useReject, useSelectAnew, useUpload } from "./artwork/queries";
import { useRemoveRule, useSaveRule } from "./audio/rule-queries";
import { useAddConnection, useRemoveConnection, useTestConnection } from "./connections/queries";
import { useRunAgain } from "./jobs/queries";
import { useIdentify } from "./library/identify";
import { useMonitor } from "./library/monitor";
import { useChangeLibrary, useRemoveLibrary } from "./library/queries";
import { useAskServices, useBulkAsk, useBulkEdit, useWorks } from "./metadata/queries";
import { useAddChannel, useRemoveChannel, useTestChannel } from "./notifications/queries";
import { useAddUser, useChangePassword } from "./people/queries";
import { useProcess } from "./pipeline/queries";
import { useDiscard } from "./publishing/queries";
import { useChangeSchedule, useRunSchedule } from "./schedules/queries";
import { useSaveSection } from "./settings/queries";
import { useBackup, useCheckBackup } from "./upkeep/queries";
import { useReplay, useSetUp } from "./webhooks/queries";

let mockAnswer: () => void = () => undefined;
jest.mock("@/api/client", () => {
  const ask = () => new Promise((resolve) => (mockAnswer = () => resolve({ id: "j" })));
  const api = { POST: ask, PUT: ask, PATCH: ask, DELETE: ask };
  return { api, take: (answer: unknown) => answer, whenSignedOut: () => undefined };
});

type Change = { mutate: (given: never) => void };
type Hook = (said: () => void) => Change;

const changes: readonly (readonly [string, Hook, unknown])[] = [
  ["pictures chosen anew", (said) => useSelectAnew("t", said), {}],
  ["choices that are discarded", (said) => useDiscardChoices("t", said), undefined],
  ["a picture that is taken", (said) => usePick("t", said), { place: {}, body: {} }],
  ["a picture that is uploaded", (said) => useUpload("t", said), { place: {}, file: new Blob() }],
  ["a picture that is rejected", (said) => useReject("t", said), { id: "c", reason: "" }],
  ["a rule that is saved", (said) => useSaveRule("r", said), {}],
  ["a rule that is removed", (said) => useRemoveRule(said), { id: "r" }],
  ["a connection that is added", (said) => useAddConnection(said), {}],
  ["a connection that is tested", (said) => useTestConnection(said), "c"],
  ["a connection that is removed", (said) => useRemoveConnection(said), { id: "c" }],
  ["a job that is run again", (said) => useRunAgain("j", said), undefined],
  ["a title that is identified", (said) => useIdentify("t", said).identify, {}],
  ["ids that are taken back", (said) => useIdentify("t", said).takeBack, undefined],
  ["titles left alone", (said) => useMonitor(said), { ids: ["t"], is_monitored: false }],
  ["a library that is changed", (said) => useChangeLibrary("l", said), {}],
  ["a library that is removed", (said) => useRemoveLibrary(said), { id: "l" }],
  ["services that are asked", (said) => useAskServices("t", said), undefined],
  ["services that are asked of many", (said) => useBulkAsk(said), { ids: ["t"] }],
  ["an edit of many", (said) => useBulkEdit(said), { meant: { ids: ["t"] }, edit: {} }],
  ["a work that is chosen", (said) => useWorks("t", said).choose, { id: "w" }],
  ["a channel that is added", (said) => useAddChannel(said), {}],
  ["a channel that is tested", (said) => useTestChannel(said), "c"],
  ["a channel that is removed", (said) => useRemoveChannel(said), { id: "c" }],
  ["a user who is added", (said) => useAddUser(said), {}],
  ["a password that is changed", (said) => useChangePassword(said), {}],
  ["a run over libraries", (said) => useProcess(said), { libraryIds: ["l"], passes: [] }],
  ["changes that are discarded", (said) => useDiscard("t", said), undefined],
  ["a schedule that is changed", (said) => useChangeSchedule("s", said), {}],
  ["a schedule that begins", (said) => useRunSchedule("s", said), undefined],
  ["settings that are saved", (said) => useSaveSection({ name: "s" } as never, said).save, {}],
  ["a backup that begins", (said) => useBackup(said), undefined],
  ["a backup that is checked", (said) => useCheckBackup(said), "b"],
  ["a report that is taken up again", (said) => useReplay("d", said), undefined],
  ["a sender that is set up", (said) => useSetUp("c", said), "https://…"],
];

test.each(changes)("%s: told also when nobody looks any more", async (_name, useIt, given) => {
  const said = jest.fn();
  let change: Change | null = null;
  function Asking() {
    change = useIt(said);
    return null;
  }
  const { unmount } = render(
    <QueryClientProvider client={new QueryClient()}>
      <Asking />
    </QueryClientProvider>,
  );
  mockAnswer = () => undefined;
  const idle = mockAnswer;
  act(() => change?.mutate(given as never));
  await waitFor(() => expect(mockAnswer).not.toBe(idle));
  unmount();
  expect(said).not.toHaveBeenCalled();
  mockAnswer();
  await waitFor(() => expect(said).toHaveBeenCalledTimes(1));
});
