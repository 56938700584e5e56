import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor } from "@testing-library/react";
import { SafeAreaProvider } from "react-native-safe-area-context";

import { useSession } from "@/api/session";
import { Trailers } from "@/features/publishing/Trailers";

import { SubtitlesPart } from "./SubtitlesPart";

const track = {
  codec: "subrip",
  index: 2,
  is_commentary: false,
  is_default: false,
  is_forced: true,
  is_hearing_impaired: false,
  language: "fr",
  name: "Film.fr.forced.srt",
  obstacle: null,
  path: null,
  title: null,
};
const pictures = {
  ...track,
  codec: "hdmv_pgs_subtitle",
  index: 3,
  is_forced: false,
  language: "und",
  name: null,
  obstacle: {
    key: "subtitles.not_extracted",
    facts: { reason: "pictures", track: 4, name: "Film.mkv" },
  },
};
const file = { file_id: "f", path: "/films/Film.mkv", tracks: [track, pictures] };
const offer = {
  connection_id: "c",
  offer_id: "o",
  language: "en",
  release: "Film.2001.BluRay",
  downloads: 1,
  is_forced: false,
  is_hearing_impaired: false,
  is_machine_made: true,
  is_trusted: false,
};

const mockToast = jest.fn();
const mockPosted = jest.fn();
const mockAnswers: Record<string, unknown> = {};

jest.mock("@/ui/Toast", () => ({ toast: (sentence: string) => mockToast(sentence) }));
jest.mock("@/api/client", () => ({
  take: (answer: unknown) => answer,
  whenSignedOut: () => undefined,
  api: {
    GET: async (path: string) => mockAnswers[path],
    POST: async (path: string, { body }: { body?: unknown }) => {
      mockPosted(path, body);
      return { id: "j" };
    },
  },
}));

const WHOLE = {
  frame: { x: 0, y: 0, width: 1024, height: 768 },
  insets: { top: 0, left: 0, right: 0, bottom: 0 },
};
const ROLE = { state: "signed-in", isOffline: false } as const;
const TITLE = "/api/v1/titles/{title_id}";

function shown(part: React.ReactElement, role = "operator"): { unmount: () => void } {
  useSession.setState({ ...ROLE, caller: { role } } as never, true);
  return render(
    <SafeAreaProvider initialMetrics={WHOLE}>
      <QueryClientProvider client={new QueryClient()}>{part}</QueryClientProvider>
    </SafeAreaProvider>,
  );
}

beforeEach(() => {
  jest.clearAllMocks();
  mockAnswers[`${TITLE}/subtitles`] = { files: [file] };
  mockAnswers[`${TITLE}/subtitles/offers`] = { offers: [offer], failures: [] };
  mockAnswers["/api/v1/jobs/{job_id}"] = { status: "completed", result: { written: ["Film.srt"] } };
});

test("each track says which file its text could be, or why it cannot", async () => {
  shown(<SubtitlesPart titleId="t" />);
  expect(await screen.findByText(/^French · .*forced$/)).toBeTruthy();
  expect(
    screen.getByText("Its text can stand beside the film as Film.fr.forced.srt."),
  ).toBeTruthy();
  expect(screen.getByText(/made of pictures/)).toBeTruthy();
});

test("a title without subtitles says so, and a viewer is offered nothing", async () => {
  mockAnswers[`${TITLE}/subtitles`] = { files: [{ ...file, tracks: [] }] };
  shown(<SubtitlesPart titleId="t" />, "viewer");
  expect(
    await screen.findByText("There are none, neither in the film nor beside it."),
  ).toBeTruthy();
  expect(screen.queryByText("Search for subtitles")).toBeNull();
});

test("what was written is said also when nobody looks at the title any more", async () => {
  const { unmount } = shown(<SubtitlesPart titleId="t" />);
  fireEvent.click(await screen.findByText("Write one track beside the film"));
  unmount();
  await waitFor(() => expect(mockToast).toHaveBeenCalledWith("Beside the film now: Film.srt"));
});

test("an offer that is taken stands beside its file", async () => {
  shown(<SubtitlesPart titleId="t" />);
  fireEvent.click(await screen.findByText("Search for subtitles"));
  fireEvent.click(await screen.findByText("Take"));
  await waitFor(() => expect(mockToast).toHaveBeenCalledWith("Beside the film now: Film.srt"));
  expect(mockPosted).toHaveBeenCalledWith(`${TITLE}/subtitles/fetch`, {
    file_id: "f",
    connection_id: "c",
    offer_id: "o",
    language: "en",
    is_forced: false,
    is_hearing_impaired: false,
  });
});

test("a trailer is fetched where a service names one, and offered nowhere else", async () => {
  const { unmount } = shown(<Trailers title={{ id: "t", trailers: [] } as never} />);
  expect(screen.queryByText("Fetch trailer")).toBeNull();
  unmount();
  shown(<Trailers title={{ id: "t", trailers: ["https://…"] } as never} />);
  fireEvent.click(screen.getByText("Fetch trailer"));
  await waitFor(() => expect(mockToast).toHaveBeenCalledWith("Beside the film now: Film.srt"));
});
